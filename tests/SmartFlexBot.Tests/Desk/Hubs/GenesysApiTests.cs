using System.Text;
using Microsoft.Extensions.Time.Testing;
using SmartFlexBot.Desk.Hubs;
using SmartFlexBot.Desk.Hubs.Genesys;
using SmartFlexBot.Tests.Onboarding.Journeys;

namespace SmartFlexBot.Tests.Desk.Hubs;

/// <summary>Genesys' token, and who may call.</summary>
public sealed class GenesysApiTests : IHttpClientFactory, IDisposable
{
    private readonly FakeTimeProvider _time = new(Facts.Noon);
    private readonly FakeGenesys _genesys;
    private readonly GenesysTokens _tokens;
    private readonly GenesysApi _api;

    public GenesysApiTests()
    {
        _genesys = new(_time);
        _tokens = new(this, HubChat.GenesysSettings, _time);
        _api = new(this, _tokens, HubChat.GenesysSettings, _time);
    }

    public HttpClient CreateClient(string name) => new(_genesys, disposeHandler: false);

    public void Dispose() => _genesys.Dispose();

    [Fact]
    public async Task Many_who_need_a_token_ask_for_it_once_and_again_only_before_it_ends()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => GoneAsync()));
        _genesys.TokenRequests.ShouldBe(1);

        _time.Advance(TimeSpan.FromMinutes(58));
        await GoneAsync();
        _genesys.TokenRequests.ShouldBe(1);

        _time.Advance(TimeSpan.FromMinutes(1));
        await GoneAsync();
        _genesys.TokenRequests.ShouldBe(2);
    }

    [Fact]
    public async Task One_that_was_withdrawn_is_replaced_at_once()
    {
        await GoneAsync();
        _genesys.Withdraw();
        await GoneAsync();

        _genesys.TokenRequests.ShouldBe(2);
    }

    [Fact]
    public async Task A_login_that_fails_is_no_hand_overs_fault_and_is_tried_by_the_next()
    {
        _genesys.Faults.Enqueue(HubFault.Broken);
        (await FailureOf()).Problem.ShouldBe(HubProblem.Passing);
        await GoneAsync();

        var wrong = new GenesysOptions { Region = "mypurecloud.de", ClientId = FakeGenesys.Client, ClientSecret = "another" };
        var tokens = new GenesysTokens(this, Microsoft.Extensions.Options.Options.Create(wrong), _time);
        var failure = await Should.ThrowAsync<HubException>(() => tokens.GetAsync(null, TestContext.Current.CancellationToken));
        (failure.Problem, failure.Message).ShouldBe(
            (HubProblem.Settings, "HTTP 401 for the token: are Hub:Genesys:ClientId and ClientSecret right?"));
    }

    [Theory]
    [InlineData("""{"text":"ü"}""", null, true)]
    [InlineData("""{"text":"ü"}""", "sha256=", false)]
    [InlineData("""{"text":"ü"}""", "", false)]
    [InlineData("""{"text": "ü"}""", null, false)]
    public void A_signature_is_of_the_raw_bytes(string body, string? signature, bool isValid) =>
        GenesysSignature.IsValid(FakeGenesys.Secret, signature ?? FakeGenesys.Sign("""{"text":"ü"}"""), Encoding.UTF8.GetBytes(body))
            .ShouldBe(isValid);

    [Fact]
    public void Another_secret_is_refused()
    {
        GenesysSignature.IsValid(FakeGenesys.Secret, FakeGenesys.Sign("{}", "another-secret-of-an-integration"), "{}"u8).ShouldBeFalse();
        GenesysSignature.IsBearer(FakeGenesys.EndSecret, $"Bearer {FakeGenesys.EndSecret}").ShouldBeTrue();
        GenesysSignature.IsBearer(FakeGenesys.EndSecret, FakeGenesys.EndSecret).ShouldBeFalse();
        GenesysSignature.IsBearer(FakeGenesys.EndSecret, null).ShouldBeFalse();
    }

    private async Task GoneAsync() => (await FailureOf()).Problem.ShouldBe(HubProblem.Gone);

    private Task<HubException> FailureOf() => Should.ThrowAsync<HubException>(
        () => _api.GetAsync("conversations/messages/none", GenesysJson.Default.GenesysConversation, TestContext.Current.CancellationToken));
}
