using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace SmartFlexBot.Tests.Channels.BotConnector;

/// <summary>The other side of a channel: takes what the bot posts, and answers what a test tells it to.</summary>
internal sealed class RecordingConnector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<(string Path, JsonObject Activity)> _posted = Channel.CreateUnbounded<(string, JsonObject)>();

    private RecordingConnector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(TakeAsync);
    }

    /// <summary>Statuses to answer first; 200 when there is none left.</summary>
    public ConcurrentQueue<int> Statuses { get; } = [];

    /// <summary>What is done in place of an answer, first.</summary>
    public ConcurrentQueue<Func<HttpContext, Task>> Manners { get; } = [];

    /// <summary>The Authorization header of each post; null where there was none.</summary>
    public ConcurrentQueue<string?> Authorizations { get; } = [];

    /// <summary>What Retry-After says with each answer.</summary>
    public string? RetryAfter { get; set; }

    public string Address => _app.Urls.Single();

    public static async Task<RecordingConnector> StartAsync()
    {
        var connector = new RecordingConnector();
        await connector._app.StartAsync(TestContext.Current.CancellationToken);
        return connector;
    }

    /// <summary>The next post, when there is one; its path as it was on the wire.</summary>
    public async Task<(string Path, JsonObject Activity)> NextAsync() =>
        await _posted.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        var path = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var activity = (await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!.AsObject();
        if ((string?)activity["type"] == "typing")
        {
            return;
        }

        Authorizations.Enqueue(context.Request.Headers.Authorization.FirstOrDefault());
        _posted.Writer.TryWrite((path, activity));
        if (Manners.TryDequeue(out var manner))
        {
            await manner(context);
            return;
        }

        context.Response.StatusCode = Statuses.TryDequeue(out var status) ? status : StatusCodes.Status200OK;
        context.Response.Headers.Location = "/elsewhere";
        context.Response.Headers.RetryAfter = RetryAfter;
    }
}
