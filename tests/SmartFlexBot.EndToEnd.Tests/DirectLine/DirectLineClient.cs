using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using SmartFlexBot.EndToEnd.Tests.Processes;
using SmartFlexBot.Tests.Shared;

namespace SmartFlexBot.EndToEnd.Tests.DirectLine;

/// <summary>
/// A customer at the other end of Direct Line: posts activities and follows the stream, over the server's restarts too.
/// </summary>
/// <param name="patientWith">
/// Where requests are repeated and the stream is opened again when the bot dies; null: a death is an error.
/// </param>
internal sealed class DirectLineClient(Uri bot, Installation? patientWith = null) : IDisposable
{
    /// <summary>The default of Development, as README prints it.</summary>
    public const string Secret = "development-direct-line-secret-not-for-production";

    private readonly HttpClient _http = new(patientWith is null
        ? new HttpClientHandler()
        : new PatientHandler(patientWith))
    { BaseAddress = bot };
    private readonly Queue<JsonObject> _unread = new();
    private ClientWebSocket _socket = new();
    private string _watermark = "";
    private int _life;

    public string Conversation { get; private set; } = "";

    public string Token => _http.DefaultRequestHeaders.Authorization!.Parameter!;

    /// <summary>All that was seen on the stream.</summary>
    public List<BotMessage> Seen { get; } = [];

    /// <summary>Opens a conversation for a customer whom the supplier's own page vouches for, and follows it.</summary>
    public async Task OpenAsync(string account)
    {
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await GenerateAsync(account));
        var started = await PostAsync("/v3/directline/conversations", []);
        Conversation = (string)started["conversationId"]!;
        await FollowAsync(started);
    }

    /// <returns>A token for a new conversation of that customer, as the supplier's server gets it.</returns>
    public async Task<string> GenerateAsync(string account)
    {
        _http.DefaultRequestHeaders.Authorization = new("Bearer", Secret);
        var session = await PostAsync("/v3/directline/tokens/generate", new JsonObject
        {
            ["user"] = new JsonObject { ["id"] = "dl_customer" },
            ["accountNumber"] = account,
            ["locale"] = "en",
        });
        return (string)session["token"]!;
    }

    /// <summary>After a restart: the same conversation, from where this client stopped reading.</summary>
    public async Task ComeBackAsync()
    {
        _socket.Dispose();
        _socket = new();
        await FollowAsync(await GetAsync($"/v3/directline/conversations/{Conversation}?watermark={_watermark}"));
    }

    public Task SayAsync(string text) => SendAsync(new JsonObject { ["text"] = text }, NewId());

    /// <summary>Presses a button, with what is on the card's inputs.</summary>
    public Task PressAsync(JsonObject button, string id, params (string Input, string Value)[] inputs)
    {
        var value = button["data"]!.DeepClone().AsObject();
        foreach (var (input, given) in inputs)
        {
            value[input] = given;
        }

        return SendAsync(new JsonObject { ["value"] = value }, id);
    }

    /// <param name="id">The clientActivityID, by which the server knows a repeated post.</param>
    /// <returns>The id that the server gave.</returns>
    public async Task<string> SendAsync(JsonObject message, string id)
    {
        message["type"] = "message";
        message["from"] = new JsonObject { ["id"] = "dl_customer" };
        message["channelData"] = new JsonObject { ["clientActivityID"] = id };
        return (string)(await PostAsync($"/v3/directline/conversations/{Conversation}/activities", message))["id"]!;
    }

    public static string NewId() => Guid.NewGuid().ToString("N");

    /// <summary>Reads on until a message of the bot fits.</summary>
    public async Task<BotMessage> SeeAsync(string what, Func<BotMessage, bool> fits)
    {
        using var deadline = Deadline.Start();
        while (true)
        {
            var activity =
                await deadline.WaitAsync(NextAsync(deadline.Token), () => $"Waited in vain for {what}. Seen so far:\n{Transcript}");
            if ((string?)activity["from"]?["role"] != "bot" || (string?)activity["type"] != "message")
            {
                continue;
            }

            var message = new BotMessage(activity);
            Seen.Add(message);
            if (fits(message))
            {
                return message;
            }
        }
    }

    /// <summary>The whole conversation as the server keeps it.</summary>
    public async Task<IReadOnlyList<JsonObject>> ReadLogAsync()
    {
        var log = new List<JsonObject>();
        for (var watermark = ""; ;)
        {
            var page = await GetAsync($"/v3/directline/conversations/{Conversation}/activities?watermark={watermark}");
            var activities = page["activities"]!.AsArray();
            if (activities.Count == 0)
            {
                return log;
            }

            log.AddRange(activities.Select(activity => activity!.AsObject()));
            watermark = (string)page["watermark"]!;
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _http.Dispose();
    }

    private string Transcript => string.Join('\n', Seen.Select(message => message.Summary));

    private async Task FollowAsync(JsonObject conversation)
    {
        _life = patientWith?.Life ?? 0;
        try
        {
            await _socket.ConnectAsync(new Uri((string)conversation["streamUrl"]!), TestContext.Current.CancellationToken);
        }
        catch (WebSocketException) when (patientWith is not null)
        {
            await ReviveAsync();
        }
    }

    private async Task ReviveAsync()
    {
        await patientWith!.ReviveAsync(_life);
        await ComeBackAsync();
    }

    private async Task<JsonObject> NextAsync(CancellationToken cancellationToken)
    {
        while (_unread.Count == 0)
        {
            // An empty frame keeps the connection alive and says nothing.
            if (await ReceivePatientlyAsync(cancellationToken) is not { Length: > 0 } frame)
            {
                continue;
            }

            var set = JsonNode.Parse(frame)!;
            _watermark = (string?)set["watermark"] ?? _watermark;
            foreach (var activity in set["activities"]!.AsArray())
            {
                _unread.Enqueue(activity!.AsObject());
            }
        }

        return _unread.Dequeue();
    }

    private async Task<byte[]> ReceivePatientlyAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ReceiveAsync(cancellationToken);
        }
        catch (WebSocketException) when (patientWith is not null)
        {
            await ReviveAsync();
            return [];
        }
    }

    private async Task<byte[]> ReceiveAsync(CancellationToken cancellationToken)
    {
        using var frame = new MemoryStream();
        var buffer = new byte[16 * 1024];
        ValueWebSocketReceiveResult received;
        do
        {
            received = await _socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                throw new InvalidOperationException($"The stream was closed. Seen so far:\n{Transcript}");
            }

            frame.Write(buffer, 0, received.Count);
        }
        while (!received.EndOfMessage);
        return frame.ToArray();
    }

    private async Task<JsonObject> PostAsync(string path, JsonObject body)
    {
        using var answer = await _http.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken);
        return await ReadAsync(answer);
    }

    private async Task<JsonObject> GetAsync(string path)
    {
        using var answer = await _http.GetAsync(path, TestContext.Current.CancellationToken);
        return await ReadAsync(answer);
    }

    private static async Task<JsonObject> ReadAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{(int)answer.StatusCode}: {text}");
        return JsonNode.Parse(text)!.AsObject();
    }
}
