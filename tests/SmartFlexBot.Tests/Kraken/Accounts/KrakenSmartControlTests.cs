using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.Kraken.Client;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Tests.Kraken.Accounts;

/// <summary>Smart control off and on again.</summary>
public sealed class KrakenSmartControlTests
{
    private const string Operation = "UpdateDeviceSmartControl";

    private readonly ScriptedKraken _kraken = new();

    [Theory]
    [InlineData(ControlAction.Suspend, "SUSPEND")]
    [InlineData(ControlAction.Unsuspend, "UNSUSPEND")]
    public async Task It_is_asked_for_with_Krakens_word(ControlAction action, string word)
    {
        _kraken.On(Operation, """{"data":{"result":{"id":"D-1"}}}""");

        (await ChangeAsync(action)).ShouldBeNull();

        _kraken.Asked(Operation).ShouldHaveSingleItem().Variables.ToJsonString()
            .ShouldBe($$$"""{"input":{"deviceId":"D-1","action":"{{{word}}}"}}""");
    }

    [Fact]
    public async Task What_Kraken_refuses_is_a_problem_with_its_code()
    {
        _kraken.On(Operation, ScriptedKraken.Error("KT-CT-4301", "result"));

        (await ChangeAsync(ControlAction.Suspend))!.Code.ShouldBe("KT-CT-4301");
    }

    [Fact]
    public async Task What_an_answer_does_not_show_nobody_knows()
    {
        _kraken.On(Operation, """{"data":{"result":null}}""");

        await Should.ThrowAsync<KrakenOutcomeUnknownException>(() => ChangeAsync(ControlAction.Suspend));
    }

    [Fact]
    public async Task A_tenant_that_has_no_such_thing_is_not_asked()
    {
        _kraken.On("IntrospectTenant",
            """{"data":{"schema":{"queryType":{"name":"Query","fields":[]},"mutationType":{"name":"Mutation","fields":[]}}}}""");

        (await ChangeAsync(ControlAction.Suspend))!.Kind.ShouldBe(WizardProblemKind.NotOffered);

        _kraken.Asked(Operation).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_certainly_did_not_arrive_can_be_tried_later()
    {
        _kraken.On(Operation, () => new HttpResponseMessage(HttpStatusCode.TooManyRequests));

        (await ChangeAsync(ControlAction.Suspend))!.Kind.ShouldBe(WizardProblemKind.TryLater);
    }

    private Task<WizardProblem?> ChangeAsync(ControlAction action) => _kraken.Start().GetRequiredService<ISmartControl>()
        .ChangeAsync("D-1", action, TestContext.Current.CancellationToken);
}
