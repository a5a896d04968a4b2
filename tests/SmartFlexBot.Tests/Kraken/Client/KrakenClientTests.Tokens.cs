using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.Kraken.Client;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Tests.Kraken.Client;

/// <content>Tokens: obtained, shared, renewed.</content>
public sealed partial class KrakenClientTests
{
    [Fact]
    public async Task The_token_is_obtained_with_the_configured_secret_and_may_be_sent_with_its_prefix()
    {
        _kraken.On("ReadDevices", Devices);

        await Directory(("OrganizationSecretKey", null), ("ApiKey", "key-1"), ("Authorization", "Jwt")).ReadDevicesAsync("A-1", Stop);

        _kraken.Asked("ObtainKrakenToken").ShouldHaveSingleItem().Variables["input"]!.ToJsonString().ShouldBe("""{"APIKey":"key-1"}""");
        _kraken.Asked("ReadDevices").ShouldHaveSingleItem().Authorization.ShouldBe("JWT token-1");
    }

    [Fact]
    public async Task Many_readers_at_once_share_one_token()
    {
        _kraken.On("ReadDevices", Devices);
        var directory = Directory();
        var held = _kraken.Holds("ObtainKrakenToken");

        // All of them are there before the first one has its token.
        Task[] readers = [.. Enumerable.Range(0, 20).Select(_ => directory.ReadDevicesAsync("A-1", Stop))];
        readers.ShouldAllBe(reader => !reader.IsCompleted);
        held.SetResult();
        await Task.WhenAll(readers);

        _kraken.Asked("ObtainKrakenToken").Count().ShouldBe(1);
        _kraken.Asked("ReadDevices").Select(request => request.Authorization).Distinct().ShouldBe(["token-1"]);
    }

    [Fact]
    public async Task Two_readers_whose_token_is_rejected_share_one_renewal()
    {
        _kraken.On("ReadDevices", Devices);
        var directory = Directory();
        await directory.ReadDevicesAsync("A-1", Stop);
        _kraken.Withdrawn.Add("token-1");
        var bothSent = _kraken.Holds("ReadDevices");
        Task[] readers = [directory.ReadDevicesAsync("A-1", Stop), directory.ReadDevicesAsync("A-1", Stop)];

        bothSent.SetResult();
        await Task.WhenAll(readers);

        _kraken.Asked("ObtainKrakenToken").Count().ShouldBe(2);
        _kraken.Asked("ReadDevices").Select(request => request.Authorization).ShouldBe(
            ["token-1", "token-1", "token-1", "token-2", "token-2"]);
    }

    [Fact]
    public async Task A_rejected_token_is_not_renewed_with_its_refresh_token_which_may_be_withdrawn_too()
    {
        _kraken.On("ReadDevices", ScriptedKraken.Error("KT-CT-1124", "devices"), Devices);

        await Directory().ReadDevicesAsync("A-1", Stop);

        _kraken.Asked("ObtainKrakenToken").Last().Variables["input"]!.ToJsonString().ShouldContain("organizationSecretKey");
    }

    [Fact]
    public async Task A_refresh_that_gets_no_answer_is_not_followed_by_the_secret()
    {
        _kraken.On("ReadDevices", Devices);
        _kraken.On("ObtainKrakenToken", ScriptedKraken.Token("old", _kraken.Time.GetUtcNow()));
        var directory = Directory(("ReadRetries", "0"));
        await directory.ReadDevicesAsync("A-1", Stop);

        _kraken.Now("ObtainKrakenToken").On("ObtainKrakenToken", () => new(HttpStatusCode.BadGateway));
        _kraken.Time.Advance(TimeSpan.FromMinutes(59));
        await Should.ThrowAsync<TenantUnavailableException>(() => directory.ReadDevicesAsync("A-1", Stop));

        _kraken.Asked("ObtainKrakenToken").Skip(1).ShouldAllBe(request => request.Variables["input"]!["refreshToken"] != null);
    }

    [Fact]
    public async Task A_token_is_renewed_before_it_expires_with_its_refresh_token()
    {
        _kraken.On("ReadDevices", Devices);
        var directory = Directory();

        await directory.ReadDevicesAsync("A-1", Stop);
        _kraken.Time.Advance(TimeSpan.FromMinutes(57));
        await directory.ReadDevicesAsync("A-1", Stop);
        _kraken.Asked("ObtainKrakenToken").Count().ShouldBe(1);
        _kraken.Time.Advance(TimeSpan.FromMinutes(2));
        await directory.ReadDevicesAsync("A-1", Stop);

        _kraken.Asked("ObtainKrakenToken").Last().Variables["input"]!.ToJsonString().ShouldBe("""{"refreshToken":"refresh-1"}""");
        _kraken.Asked("ReadDevices").Select(request => request.Authorization).ShouldBe(["token-1", "token-1", "token-2"]);
    }

    [Fact]
    public async Task A_refresh_token_past_its_time_is_not_used()
    {
        _kraken.On("ReadDevices", Devices);
        var directory = Directory();

        await directory.ReadDevicesAsync("A-1", Stop);
        _kraken.Time.Advance(TimeSpan.FromDays(8));
        await directory.ReadDevicesAsync("A-1", Stop);

        _kraken.Asked("ObtainKrakenToken").Last().Variables["input"]!.ToJsonString().ShouldContain("organizationSecretKey");
    }

    [Fact]
    public async Task A_refused_refresh_token_falls_back_to_the_credential()
    {
        _kraken.On("ReadDevices", Devices);
        _kraken.On("ObtainKrakenToken",
            ScriptedKraken.Token("old", _kraken.Time.GetUtcNow()),
            ScriptedKraken.Error("KT-CT-1135", "obtainKrakenToken"),
            ScriptedKraken.Token("new", _kraken.Time.GetUtcNow().AddMinutes(59)));
        var directory = Directory();

        await directory.ReadDevicesAsync("A-1", Stop);
        _kraken.Time.Advance(TimeSpan.FromMinutes(59));
        await directory.ReadDevicesAsync("A-1", Stop);

        _kraken.Asked("ReadDevices").Last().Authorization.ShouldBe("new");
    }

    [Theory]
    [InlineData("KT-CT-1111")]
    [InlineData("KT-CT-1112")]
    [InlineData("KT-CT-1120")]
    [InlineData("KT-CT-1124")]
    [InlineData("KT-CT-1139")]
    [InlineData("KT-CT-1143")]
    public async Task A_rejected_token_is_renewed_once_and_the_mutation_sent_once_more(string code)
    {
        _kraken.On("StartSmartFlexOnboarding", ScriptedKraken.Error(code, "result"), WizardSamples.Mutation("start"));

        (await Wizard().StartAsync(Scope, Stop)).ShouldBeOfType<WizardResult.Ok>();

        _kraken.Asked("StartSmartFlexOnboarding").Select(request => request.Authorization).ShouldBe(["token-1", "token-2"]);
    }

    [Fact]
    public async Task A_token_that_stays_rejected_is_given_up_after_one_renewal()
    {
        _kraken.On("StartSmartFlexOnboarding", ScriptedKraken.Error("KT-CT-1111", "result"));

        var result = await Wizard().StartAsync(Scope, Stop);

        result.ShouldBeOfType<WizardResult.Refused>().Problem.Kind.ShouldBe(WizardProblemKind.NotAllowed);
        _kraken.Asked("StartSmartFlexOnboarding").Count().ShouldBe(2);
        _kraken.Asked("ObtainKrakenToken").Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_wrong_credential_changes_nothing_and_is_told()
    {
        _kraken.On("ObtainKrakenToken", ScriptedKraken.Error("KT-CT-1138", "obtainKrakenToken"));

        var problem = (await Wizard().StartAsync(Scope, Stop)).ShouldBeOfType<WizardResult.Refused>().Problem;

        problem.ShouldBe(new WizardProblem(WizardProblemKind.NotAllowed, "KT-CT-1138", problem.Reasons));
        _kraken.Asked("StartSmartFlexOnboarding").ShouldBeEmpty();
    }
}
