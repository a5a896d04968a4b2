using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using SmartFlexBot.Desk.Hubs;
using SmartFlexBot.Desk.Hubs.Chatwoot;
using SmartFlexBot.Tests.Onboarding.Journeys;

namespace SmartFlexBot.Tests.Desk.Hubs;

/// <summary>The class of Chatwoot's answer decides what becomes of a round.</summary>
public sealed class ChatwootApiTests
{
    [Theory]
    [InlineData(301, HubProblem.Settings)]
    [InlineData(307, HubProblem.Settings)]
    [InlineData(400, HubProblem.Refused)]
    [InlineData(401, HubProblem.Settings)]
    [InlineData(403, HubProblem.Settings)]
    [InlineData(404, HubProblem.Gone)]
    [InlineData(408, HubProblem.Passing)]
    [InlineData(410, HubProblem.Gone)]
    [InlineData(413, HubProblem.Refused)]
    [InlineData(422, HubProblem.Refused)]
    [InlineData(425, HubProblem.Passing)]
    [InlineData(429, HubProblem.Passing)]
    [InlineData(500, HubProblem.Passing)]
    [InlineData(503, HubProblem.Passing)]
    public async Task A_status_has_one_meaning(int status, HubProblem problem)
    {
        var failure = await FailureOf(() => new((HttpStatusCode)status) { Headers = { RetryAfter = new(TimeSpan.FromSeconds(7)) } });

        (failure.Problem, failure.After, failure.Message).ShouldBe((problem, TimeSpan.FromSeconds(7), $"HTTP {status}"));
    }

    [Fact]
    public async Task Who_cannot_be_reached_or_is_slow_passes_and_what_is_no_Chatwoot_is_a_setting()
    {
        (await FailureOf(() => throw new HttpRequestException("refused"))).Problem.ShouldBe(HubProblem.Passing);
        (await FailureOf(() => throw new TaskCanceledException("slow"))).Problem.ShouldBe(HubProblem.Passing);
        (await FailureOf(() => Ok("<html>"))).Problem.ShouldBe(HubProblem.Settings);
        (await FailureOf(() => Ok("null"))).Problem.ShouldBe(HubProblem.Settings);
    }

    private static HttpResponseMessage Ok(string body) =>
        new(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };

    private static Task<HubException> FailureOf(Func<HttpResponseMessage> answer)
    {
        var api = new ChatwootApi(new One(answer), HubChat.Settings, new FakeTimeProvider(Facts.Noon));
        var hub = new ChatwootHub(api, words: null!, HubChat.Settings);
        return Should.ThrowAsync<HubException>(() => hub.FindAsync("h-1", TestContext.Current.CancellationToken));
    }

    private sealed class One(Func<HttpResponseMessage> answer) : HttpMessageHandler, IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(answer());
    }
}
