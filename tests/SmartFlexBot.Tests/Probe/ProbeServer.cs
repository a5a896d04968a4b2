using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Conversations.Hosting;
using SmartFlexBot.ProbeBot;
using SmartFlexBot.Tests.Conversations;

namespace SmartFlexBot.Tests.Probe;

/// <summary>The probe bot on a free port, over a store of its own.</summary>
internal sealed class ProbeServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ProbeServer(WebApplication app)
    {
        _app = app;
        Client = Connect();
    }

    public HttpClient Client { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static Task<ProbeServer> StartAsync(params string[] settings) => StartAsync(null, settings);

    public static async Task<ProbeServer> StartAsync(Action<WebApplicationBuilder>? configure, params string[] settings)
    {
        var store = MigratedStore.Copy("probe");
        var app = ProbeHost.Build([$"--Store:Path={store}", .. settings], builder =>
        {
            builder.Logging.ClearProviders();
            configure?.Invoke(builder);
        });
        await app.StartAsync(Token);
        return new(app);
    }

    /// <summary>A client with one connection, so that what it sends arrives in order.</summary>
    public HttpClient Connect() =>
        new(new SocketsHttpHandler { MaxConnectionsPerServer = 1 }) { BaseAddress = new(_app.Urls.Single()) };

    /// <summary>A message as a channel posts it.</summary>
    public static JsonObject Message(string conversationId, string id, string text, string? deliveryMode = null) => new()
    {
        ["type"] = "message",
        ["id"] = id,
        ["channelId"] = "test",
        ["serviceUrl"] = "http://127.0.0.1:9/",
        ["locale"] = "en",
        ["from"] = new JsonObject { ["id"] = "u1" },
        ["recipient"] = new JsonObject { ["id"] = "bot" },
        ["conversation"] = new JsonObject { ["id"] = conversationId },
        ["text"] = text,
        ["deliveryMode"] = deliveryMode,
    };

    public static Task<HttpResponseMessage> PostAsync(HttpClient client, JsonNode activity) =>
        client.PostAsJsonAsync("/api/messages", activity, Token);

    /// <summary>The texts that come back with the request.</summary>
    public static async Task<string[]> AskAsync(HttpClient client, JsonNode activity)
    {
        using var response = await PostAsync(client, activity);
        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        var body = await response.Content.ReadFromJsonAsync<JsonObject>(Token);
        return [.. body!["activities"]!.AsArray().Select(reply => reply!["text"]!.GetValue<string>())];
    }

    /// <summary>A conversation as it was said: who, and what.</summary>
    public async Task<(string Role, string Text)[]> ReadAsync(ConversationKey conversation)
    {
        var entries = await _app.Services.GetRequiredService<IConversationLog>().ReadAsync(conversation, 0, new(1000, int.MaxValue), Token);
        var said = entries.Select(entry => entry.ReadActivity());
        return [.. said.Select(activity => (activity.From?.Role == RoleTypes.Bot ? "bot" : "user", activity.Text ?? ""))];
    }

    /// <summary>Returns when every accepted message is answered.</summary>
    public async Task SettleAsync()
    {
        var backlog = _app.Services.GetRequiredService<BacklogReader>();
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while ((await backlog.ReadAsync()).Turns > 0)
        {
            await poll.WaitForNextTickAsync(Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }
}
