using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace SmartFlexBot.Tests.Channels.BotConnector.Callers;

/// <summary>Publishes keys where the channels' issuer does, counts who asks, and can be ill.</summary>
internal sealed class FakeIssuer
{
    public const string Metadata = "https://login.botframework.com/v1/.well-known/openidconfiguration";
    public const string GovernmentMetadata = "https://login.botframework.azure.us/v1/.well-known/openidconfiguration";

    private static readonly Uri Keys = new("https://login.botframework.com/v1/.well-known/keys");

    private int _fetches;

    /// <summary>What is published, as it is asked for.</summary>
    public List<JsonObject> Published { get; } = [];

    /// <summary>How often the keys were asked for.</summary>
    public int Fetches => Volatile.Read(ref _fetches);

    /// <summary>What is answered in place of the keys; null while all is well.</summary>
    public Func<HttpResponseMessage>? Illness { get; set; }

    /// <summary>What the keys wait for before they are given out.</summary>
    public Task Slowness { get; set; } = Task.CompletedTask;

    public string KeysAddress { get; set; } = Keys.AbsoluteUri;

    /// <summary>In the place of the network, for an HttpClient of the factory.</summary>
    public DelegatingHandler Handler() => new Network(this);

    private async Task<HttpResponseMessage> AnswerAsync(Uri? address)
    {
        if (address?.AbsoluteUri is Metadata or GovernmentMetadata)
        {
            return Json(new JsonObject { ["issuer"] = "https://api.botframework.com", ["jwks_uri"] = KeysAddress });
        }

        if (address != Keys)
        {
            throw new InvalidOperationException($"{address} is none of the issuer's.");
        }

        Interlocked.Increment(ref _fetches);
        await Slowness;
        return Illness?.Invoke()
            ?? Json(new JsonObject { ["keys"] = new JsonArray([.. Published.Select(key => key.DeepClone())]) });
    }

    private static HttpResponseMessage Json(JsonObject body) =>
        new(HttpStatusCode.OK) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };

    private sealed class Network(FakeIssuer issuer) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            issuer.AnswerAsync(request.RequestUri);
    }
}
