using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.Kraken.Client;
using SmartFlexBot.Kraken.Operations;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Tests.Kraken.Client;

/// <summary>A mutation is sent again only where it certainly was not taken. Each row of that table, through the client.</summary>
public sealed class MayHaveBeenTakenTests
{
    private const string Html = "<html>Sorry</html>";
    private const string Refusal = """{"errors":[{"message":"m"}]}""";

    private readonly ScriptedKraken _kraken = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<int> NobodyKnows =>
    [
        200, 201, 202, 204, 206, // something that is no answer in GraphQL
        300, 303, 304,           // "see what was made of it", or of a cache
        408, 409, 418, 423, 424, 444, 460, 499,
        500, 501, 502, 503, 504, 505, 507, 508, 511, 520, 521, 522, 523, 524, 525, 526, 527, 530, 598, 599,
    ];

    public static TheoryData<int> SurelyNot =>
    [
        301, 302, 307, 308,
        400, 401, 402, 403, 404, 405, 406, 407, 410, 411, 412, 413, 414, 415, 417, 421, 422, 425, 426, 428, 429, 431, 451,
    ];

    [Theory, MemberData(nameof(NobodyKnows))]
    public async Task After_these_statuses_nobody_knows(int status)
    {
        Answer(status, Html);

        (await Should.ThrowAsync<KrakenOutcomeUnknownException>(StartAsync)).Operation.ShouldBe("StartSmartFlexOnboarding");
        _kraken.Asked("StartSmartFlexOnboarding").Count().ShouldBe(1);
    }

    [Theory, MemberData(nameof(SurelyNot))]
    public async Task After_these_it_surely_was_not_taken(int status)
    {
        Answer(status, Html);

        var refused = (await StartAsync()).ShouldBeOfType<WizardResult.Refused>();

        refused.Problem.Kind.ShouldBe(WizardProblemKind.TryLater);
        refused.Problem.Code.ShouldBeNull();
        _kraken.Asked("StartSmartFlexOnboarding").Count().ShouldBe(1);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(409)]
    [InlineData(499)]
    [InlineData(500)]
    [InlineData(502)]
    public async Task What_a_proxy_says_that_gave_up_makes_nothing_certain(int status)
    {
        Answer(status, Refusal);

        await Should.ThrowAsync<KrakenOutcomeUnknownException>(StartAsync);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(422)]
    public async Task A_refusal_in_GraphQL_counts_under_a_clients_error_too(int status)
    {
        Answer(status, ScriptedKraken.Error("KT-CT-4375", "result"));

        (await StartAsync()).ShouldBeOfType<WizardResult.Refused>().Problem.Kind.ShouldBe(WizardProblemKind.BadAnswer);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData(Html)]
    [InlineData("""{"data":null}""")]
    [InlineData("""{"data":[]}""")]
    [InlineData("""{"data":{}}""")]
    [InlineData("""{"data":{"result":null}}""")]
    [InlineData("""{"data":{"result":{"wizard":null}}}""")]
    [InlineData("""{"data":{"result":{"wizard":{"id":"W""")]
    [InlineData("""{"data":{"result":[1]}}""")]
    [InlineData("""{"errors":[]}""")]
    [InlineData("""{"errors":"no"}""")]
    public async Task After_200_with_what_cannot_be_read_nobody_knows(string body)
    {
        Answer(200, body);

        await Should.ThrowAsync<KrakenOutcomeUnknownException>(StartAsync);
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, false)]
    [InlineData(HttpRequestError.ConnectionError, false)]
    [InlineData(HttpRequestError.SecureConnectionError, false)]
    [InlineData(HttpRequestError.ProxyTunnelError, false)]
    [InlineData(HttpRequestError.ResponseEnded, true)]
    [InlineData(HttpRequestError.InvalidResponse, true)]
    [InlineData(HttpRequestError.HttpProtocolError, true)]
    [InlineData(HttpRequestError.ConfigurationLimitExceeded, true)]
    [InlineData(HttpRequestError.Unknown, true)]
    public void Only_a_connection_that_never_was_has_carried_nothing(HttpRequestError error, bool mayHaveBeenTaken) =>
        MayHaveBeenTaken.After(error).ShouldBe(mayHaveBeenTaken);

    [Fact]
    public async Task After_no_answer_in_time_nobody_knows()
    {
        _kraken.Hangs("StartSmartFlexOnboarding");
        var starting = StartAsync();

        _kraken.Time.Advance(TimeSpan.FromSeconds(29));
        starting.IsCompleted.ShouldBeFalse("giving up early makes the outcome unknown for nothing");
        _kraken.Time.Advance(TimeSpan.FromSeconds(1));

        await Should.ThrowAsync<KrakenOutcomeUnknownException>(() => starting);
    }

    [Fact]
    public async Task Whatever_came_of_a_read_nothing_was_taken()
    {
        _kraken.On("ReadDevices", () => new(HttpStatusCode.BadGateway));
        var client = _kraken.Start().GetRequiredService<KrakenClient>();

        (await client.RunAsync(KrakenOperations.ReadDevices, [], SmartFlexBot.Kraken.Answers.KrakenJson.Default.DevicesAnswer, Stop))
            .ShouldBeOfType<KrakenResult<SmartFlexBot.Kraken.Answers.DevicesAnswer>.Unavailable>().MayHaveBeenTaken.ShouldBeFalse();
    }

    [Fact]
    public async Task Without_a_token_nothing_is_sent()
    {
        _kraken.On("ObtainKrakenToken", () => new(HttpStatusCode.BadGateway));

        (await StartAsync()).ShouldBeOfType<WizardResult.Refused>().Problem.Kind.ShouldBe(WizardProblemKind.TryLater);
        _kraken.Asked("StartSmartFlexOnboarding").ShouldBeEmpty();
    }

    private Task<WizardResult> StartAsync() =>
        _kraken.Start().GetRequiredService<IOnboardingWizard>().StartAsync(new WizardScope("A-1", 7), Stop);

    private void Answer(int status, string body) => _kraken.On(
        "StartSmartFlexOnboarding", () =>
            new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") });
}
