using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SmartFlexBot.Tests.Scripts;

/// <summary>The supplier's own endpoint: takes what is signed with the secret it shares with the bot, and nothing else.</summary>
internal sealed class WebhookListener : IAsyncDisposable
{
    private const string Secret = "the-supplier-and-the-bot-share-this";

    private readonly WebApplication _app;

    private WebhookListener(WebApplication app) => _app = app;

    /// <summary>Answers 503 so often before it takes anything.</summary>
    public int Refusals { get; set; }

    public ConcurrentQueue<JsonNode> Taken { get; } = [];

    public ConcurrentQueue<string> Forged { get; } = [];

    public string[] Settings => [$"Webhook:Url={_app.Urls.Single()}/hooks/smartflex", $"Webhook:Secret={Secret}"];

    public static async Task<WebhookListener> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var listener = new WebhookListener(builder.Build());
        listener._app.MapPost("/hooks/smartflex", listener.TakeAsync);
        await listener._app.StartAsync(TestContext.Current.CancellationToken);
        return listener;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        var expected = $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), body.ToArray()))}";
        if (request.Headers["X-SmartFlexBot-Signature"] != expected)
        {
            Forged.Enqueue(Encoding.UTF8.GetString(body.ToArray()));
            return Results.StatusCode((int)HttpStatusCode.Unauthorized);
        }

        if (Refusals-- > 0) return Results.StatusCode((int)HttpStatusCode.ServiceUnavailable);
        Taken.Enqueue(JsonNode.Parse(body.ToArray())!);
        return Results.Ok();
    }
}
