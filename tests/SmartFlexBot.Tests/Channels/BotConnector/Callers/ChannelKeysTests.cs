using System.Net;
using System.Text;

namespace SmartFlexBot.Tests.Channels.BotConnector.Callers;

/// <summary>A key that was published an hour ago is accepted, and unknown keys cause at most one fetch an hour.</summary>
public sealed class ChannelKeysTests : IDisposable
{
    private static readonly IssuerKey NewKey = Admission.UnpublishedKey;

    private readonly Admission _admission = new();

    private FakeIssuer Issuer => _admission.Issuer;

    public void Dispose() => _admission.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(59)]
    public async Task A_key_that_was_published_an_hour_ago_is_accepted_whenever_keys_were_fetched_before(int minutesBefore)
    {
        await KnownAsync();
        _admission.Time.Advance(TimeSpan.FromMinutes(minutesBefore));
        Issuer.Published.Add(NewKey.Publish());
        (await ByNewKeyAsync()).ShouldBe(401, "the keys were fetched less than an hour ago");

        _admission.Time.Advance(TimeSpan.FromHours(1));

        (await ByNewKeyAsync()).ShouldBe(200);
        (await ByOldKeyAsync()).ShouldBe(200);
        Issuer.Fetches.ShouldBe(2);
    }

    [Fact]
    public async Task A_flood_of_unknown_keys_causes_one_fetch_an_hour()
    {
        await KnownAsync();
        for (var hour = 1; hour <= 3; hour++)
        {
            _admission.Time.Advance(TimeSpan.FromHours(1));
            for (var n = 0; n < 20; n++)
            {
                var draft = _admission.Draft.With("kid", $"made-up-{n}");
                (await _admission.StatusOfAsync(draft, NewKey)).ShouldBe(401);
            }

            (await ByOldKeyAsync()).ShouldBe(200);
            Issuer.Fetches.ShouldBe(1 + hour);
        }
    }

    [Fact]
    public async Task So_does_one_while_the_issuer_is_ill()
    {
        await KnownAsync();
        Issuer.Illness = () => new(HttpStatusCode.ServiceUnavailable);
        _admission.Time.Advance(TimeSpan.FromHours(2));

        for (var minute = 0; minute < 60; minute += 5)
        {
            (await ByNewKeyAsync()).ShouldBe(401);
            (await ByOldKeyAsync()).ShouldBe(200);
            _admission.Time.Advance(TimeSpan.FromMinutes(5));
        }

        Issuer.Fetches.ShouldBe(2);
    }

    [Fact]
    public async Task Keys_are_renewed_once_a_day_so_that_one_that_was_taken_back_ends()
    {
        await KnownAsync();
        Issuer.Published.Clear();
        Issuer.Published.Add(NewKey.Publish());

        _admission.Time.Advance(TimeSpan.FromHours(23));
        (await ByOldKeyAsync()).ShouldBe(200);
        _admission.Time.Advance(TimeSpan.FromHours(1));
        (await ByOldKeyAsync()).ShouldBe(401);
        (await ByNewKeyAsync()).ShouldBe(200);
    }

    [Fact]
    public async Task What_is_known_serves_for_five_days_while_the_issuer_is_ill_and_then_nobody_is_let_in()
    {
        await KnownAsync();
        Issuer.Illness = () => new(HttpStatusCode.BadGateway);

        _admission.Time.Advance(TimeSpan.FromDays(5) - TimeSpan.FromSeconds(1));
        (await ByOldKeyAsync()).ShouldBe(200);
        _admission.Time.Advance(TimeSpan.FromSeconds(1));
        (await ByOldKeyAsync()).ShouldBe(503);

        Issuer.Illness = null;
        _admission.Time.Advance(TimeSpan.FromHours(1));
        (await ByOldKeyAsync()).ShouldBe(200);
    }

    [Theory]
    [InlineData("status")]
    [InlineData("no JSON")]
    [InlineData("half a document")]
    [InlineData("no key")]
    [InlineData("a key that is none")]
    [InlineData("a redirect")]
    public async Task Before_any_key_is_known_the_answer_is_later_and_they_are_asked_for_again_after_a_while(string illness)
    {
        Issuer.Illness = () => illness switch
        {
            "status" => new(HttpStatusCode.InternalServerError),
            "no JSON" => Answer("<html>"),
            "half a document" => Answer("""{"keys":[{"kty":"""),
            "no key" => Answer("""{"keys":[]}"""),
            "a key that is none" => Answer("""{"keys":[{"kty":"RSA","kid":"teams-1","n":"AQAB","e":"AQAB"}]}"""),
            _ => new(HttpStatusCode.Found) { Headers = { Location = new("https://evil.example/keys") } },
        };

        (await ByOldKeyAsync()).ShouldBe(503);
        (await ByOldKeyAsync()).ShouldBe(503);
        Issuer.Fetches.ShouldBe(1);

        Issuer.Illness = null;
        _admission.Time.Advance(TimeSpan.FromSeconds(10));
        (await ByOldKeyAsync()).ShouldBe(200);
    }

    [Fact]
    public async Task Keys_come_over_https_alone()
    {
        Issuer.KeysAddress = "http://login.botframework.com/v1/.well-known/keys";

        (await ByOldKeyAsync()).ShouldBe(503);
        Issuer.Fetches.ShouldBe(0);
    }

    [Fact]
    public async Task Many_who_come_at_once_wait_for_one_fetch()
    {
        var slow = new TaskCompletionSource();
        Issuer.Slowness = slow.Task;
        var callers = Enumerable.Range(0, 20).Select(_ => ByOldKeyAsync()).ToList();

        slow.SetResult();

        (await Task.WhenAll(callers)).ShouldAllBe(status => status == 200);
        Issuer.Fetches.ShouldBe(1);
    }

    [Fact]
    public async Task A_key_for_encryption_signs_nothing()
    {
        Issuer.Published.Add(NewKey.Publish(use: "enc"));

        (await ByNewKeyAsync()).ShouldBe(401);
    }

    private static HttpResponseMessage Answer(string body) =>
        new(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    private async Task KnownAsync() => (await ByOldKeyAsync()).ShouldBe(200);

    private Task<int> ByOldKeyAsync() => _admission.StatusOfAsync(_admission.Draft);

    private Task<int> ByNewKeyAsync() => _admission.StatusOfAsync(_admission.Draft.With("kid", NewKey.Id), NewKey);
}
