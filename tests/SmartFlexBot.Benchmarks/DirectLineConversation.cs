using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using SmartFlexBot.Tests.Shared;

namespace SmartFlexBot.Benchmarks;

/// <summary>One customer's conversation over Direct Line 3.0: activities are posted, replies come over the WebSocket.</summary>
internal sealed class DirectLineConversation : IAsyncDisposable
{
    /// <summary>The default that Development has; see README.md.</summary>
    public const string Secret = "development-direct-line-secret-not-for-production";
    private static readonly TimeSpan LongestTurn = TimeSpan.FromMinutes(2);

    private readonly HttpClient _http;
    private readonly ClientWebSocket _stream = new();
    private readonly Queue<JsonObject> _unread = new();
    private readonly byte[] _buffer = new byte[256 * 1024];
    private string _id = "";
    private string _token = "";

    private DirectLineConversation(HttpClient http) => _http = http;

    public static async Task<DirectLineConversation> OpenAsync(HttpClient http, string account)
    {
        var conversation = new DirectLineConversation(http);
        var issued = await conversation.PostAsync(
            "tokens/generate", Secret, new() { ["user"] = new JsonObject { ["id"] = $"dl_{account}" }, ["accountNumber"] = account });
        conversation._token = issued["token"]!.GetValue<string>();
        var started = await conversation.PostAsync("conversations", conversation._token, []);
        conversation._id = started["conversationId"]!.GetValue<string>();
        using var deadline = new CancellationTokenSource(LongestTurn);
        await conversation._stream.ConnectAsync(new Uri(started["streamUrl"]!.GetValue<string>()), deadline.Token);
        await conversation.WaitForAsync(_ => true);
        return conversation;
    }

    /// <summary>Says it and waits for the first reply to it.</summary>
    public async Task AskAsync(string text)
    {
        var id = await SendAsync(new() { ["text"] = text });
        await WaitForAsync(activity => (string?)activity["replyToId"] == id);
    }

    /// <returns>The id that the server gave.</returns>
    public async Task<string> SendAsync(JsonObject message)
    {
        message["type"] = "message";
        message["locale"] = "en";
        message["from"] = new JsonObject { ["id"] = "customer" };
        return (await PostAsync($"conversations/{_id}/activities", _token, message))["id"]!.GetValue<string>();
    }

    /// <summary>Reads on until a message of the bot fits.</summary>
    public async Task<BotMessage> SeeAsync(Func<BotMessage, bool> fits) =>
        new(await WaitForAsync(activity => fits(new BotMessage(activity))));

    public async ValueTask DisposeAsync()
    {
        if (_stream.State == WebSocketState.Open)
        {
            using var deadline = new CancellationTokenSource(LongestTurn);
            await _stream.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, deadline.Token);
        }

        _stream.Dispose();
    }

    private async Task<JsonObject> WaitForAsync(Func<JsonObject, bool> wanted)
    {
        using var deadline = new CancellationTokenSource(LongestTurn);
        while (true)
        {
            while (_unread.TryDequeue(out var activity))
            {
                if ((string?)activity["type"] == "message" && (string?)activity["from"]?["role"] != "user" && wanted(activity))
                {
                    return activity;
                }
            }

            foreach (var activity in await ReadAsync(deadline.Token))
            {
                _unread.Enqueue(activity!.AsObject());
            }
        }
    }

    private async Task<JsonArray> ReadAsync(CancellationToken cancellationToken)
    {
        var length = 0;
        ValueWebSocketReceiveResult part;
        do
        {
            part = await _stream.ReceiveAsync(_buffer.AsMemory(length), cancellationToken);
            length += part.Count;
        }
        while (!part.EndOfMessage);

        // An empty frame keeps the connection alive.
        return length == 0 ? [] : JsonNode.Parse(_buffer.AsSpan(0, length))!["activities"]!.AsArray();
    }

    private async Task<JsonNode> PostAsync(string path, string credential, JsonObject body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v3/directline/{path}") { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", credential);
        using var answer = await _http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }
}
