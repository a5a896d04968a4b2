using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Web;

namespace SmartFlexBot.Tests.Channels.BotConnector.Sending;

/// <summary>Gives out tokens where Entra does, and where a machine asks for its managed identity: "token-1", "token-2", …</summary>
internal sealed class FakeEntra
{
    private int _tokens;

    /// <summary>Each request: its address, and the fields of its form or query.</summary>
    public ConcurrentQueue<(string Address, IReadOnlyDictionary<string, string> Fields)> Requests { get; } = [];

    /// <summary>What is answered in place of a token; null while all is well.</summary>
    public (HttpStatusCode Status, string Body)? Refusal { get; set; }

    /// <summary>What a request waits for.</summary>
    public Task Slowness { get; set; } = Task.CompletedTask;

    public DelegatingHandler Handler() => new Network(this);

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request)
    {
        var address = request.RequestUri!;
        var form = request.Content is { } content ? await content.ReadAsStringAsync() : address.Query;
        var fields = HttpUtility.ParseQueryString(form);
        Requests.Enqueue((
            address.GetLeftPart(UriPartial.Path), fields.AllKeys.OfType<string>().ToDictionary(name => name, name => fields[name]!)));
        await Slowness;
        if (Refusal is { } refusal)
        {
            return Json(refusal.Status, refusal.Body);
        }

        var expires = DateTimeOffset.UnixEpoch.AddYears(100).ToUnixTimeSeconds();
        return Json(HttpStatusCode.OK, $$"""
            {"token_type":"Bearer","expires_in":86399,"expires_on":"{{expires}}","resource":"r",
             "access_token":"token-{{Interlocked.Increment(ref _tokens)}}"}
            """);
    }

    private static HttpResponseMessage Json(HttpStatusCode status, string body) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    private sealed class Network(FakeEntra entra) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            entra.AnswerAsync(request);
    }
}
