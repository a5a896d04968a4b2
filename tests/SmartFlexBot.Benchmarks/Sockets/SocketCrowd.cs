using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace SmartFlexBot.Benchmarks.Sockets;

/// <summary>Conversations with several sockets each, of which every second one never reads.</summary>
internal sealed class SocketCrowd : IAsyncDisposable
{
    private const int AtOnce = 16;

    private readonly HttpClient _http;
    private readonly CancellationTokenSource _end = new();
    private readonly SocketsHttpHandler _smallBuffers = new() { ConnectCallback = ConnectAsync };
    private readonly List<ClientWebSocket> _sockets = [];
    private readonly List<Task> _reading = [];
    private readonly List<HttpResponseMessage> _polls = [];
    private readonly List<(string Id, string Token)> _conversations = [];
    private long _received;

    private SocketCrowd(HttpClient http) => _http = http;

    public int Open => _sockets.Count;

    public int Polls => _polls.Count;

    public int Posted { get; private set; }

    public int Refused { get; private set; }

    public long Received => Interlocked.Read(ref _received);

    public static async Task<SocketCrowd> OpenAsync(HttpClient http, int conversations, int socketsEach)
    {
        var crowd = new SocketCrowd(http);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, conversations),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (number, _) => await crowd.JoinAsync(number, socketsEach));
        return crowd;
    }

    /// <summary>Says it in the first conversations, one after the other in each.</summary>
    public Task PostAsync(int conversations, int posts, int characters) => Parallel.ForEachAsync(
        _conversations.Take(conversations),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
        async (conversation, _) =>
        {
            for (var post = 0; post < posts; post++)
            {
                await SayAsync(conversation, characters);
            }
        });

    /// <summary>Asks once in each of these conversations for all that was said, and reads nothing of the answer.</summary>
    public async Task PollUnreadAsync(int conversations)
    {
        using var unread = new HttpClient(_smallBuffers, disposeHandler: false) { BaseAddress = _http.BaseAddress };
        foreach (var conversation in _conversations.Take(conversations))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/v3/directline/conversations/{conversation.Id}/activities")
            {
                Headers = { Authorization = new AuthenticationHeaderValue("Bearer", conversation.Token) },
            };
            _polls.Add(await unread.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, _end.Token));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        foreach (var poll in _polls)
        {
            poll.Dispose();
        }

        foreach (var socket in _sockets)
        {
            socket.Abort();
            socket.Dispose();
        }

        await Task.WhenAll(_reading);
        _smallBuffers.Dispose();
        _end.Dispose();
    }

    private async Task JoinAsync(int number, int sockets)
    {
        var generated = await PostAsync(
            "tokens/generate", DirectLineConversation.Secret, new() { ["user"] = new JsonObject { ["id"] = $"dl_{number}" } });
        var token = (string)generated["token"]!;
        for (var socket = 0; socket < sockets; socket++)
        {
            var started = await PostAsync("conversations", token, []);
            await ConnectAsync(new Uri((string)started["streamUrl"]!), reads: socket % 2 == number % 2);
        }

        lock (_conversations)
        {
            _conversations.Add(((string)generated["conversationId"]!, token));
        }
    }

    private async Task ConnectAsync(Uri address, bool reads)
    {
        var socket = new ClientWebSocket();
        using var invoker = new HttpMessageInvoker(_smallBuffers, disposeHandler: false);
        await socket.ConnectAsync(address, invoker, _end.Token);
        lock (_sockets)
        {
            _sockets.Add(socket);
            if (reads)
            {
                _reading.Add(ReadAsync(socket));
            }
        }
    }

    private async Task ReadAsync(ClientWebSocket socket)
    {
        var buffer = new byte[4096];
        try
        {
            while (await socket.ReceiveAsync(buffer.AsMemory(), _end.Token) is { MessageType: not WebSocketMessageType.Close } read)
            {
                Interlocked.Add(ref _received, read.Count);
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Closed by either side.
        }
    }

    private async Task SayAsync((string Id, string Token) conversation, int characters)
    {
        var message = new JsonObject { ["type"] = "message", ["text"] = new string('x', characters) };
        using var request = Request($"conversations/{conversation.Id}/activities", conversation.Token, message);
        var taken = await IsTakenAsync(request);
        lock (_sockets)
        {
            (Posted, Refused) = taken ? (Posted + 1, Refused) : (Posted, Refused + 1);
        }
    }

    private async Task<bool> IsTakenAsync(HttpRequestMessage request)
    {
        try
        {
            using var answer = await _http.SendAsync(request);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            // Refused while it was still being sent: the connection is closed before the answer is read.
            return false;
        }
    }

    private async Task<JsonNode> PostAsync(string path, string credential, JsonObject body)
    {
        using var request = Request(path, credential, body);
        using var answer = await _http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    private static HttpRequestMessage Request(string path, string credential, JsonObject body) =>
        new(HttpMethod.Post, $"/v3/directline/{path}")
        {
            Content = JsonContent.Create(body),
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", credential) },
        };

    /// <summary>What a client does not read must not wait at the client's side.</summary>
    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096, NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, context.DnsEndPoint.Port), cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }
}
