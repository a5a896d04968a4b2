using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace SmartFlexBot.Tests.Channels.DirectLine;

/// <summary>A browser's side of one stream.</summary>
public sealed class StreamClient : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _patience = CancellationTokenSource.CreateLinkedTokenSource(
        TestContext.Current.CancellationToken);

    private StreamClient() => _patience.CancelAfter(TimeSpan.FromSeconds(60));

    public int RefusedWith => (int)_socket.HttpStatusCode;

    public WebSocketCloseStatus? ClosedWith => _socket.CloseStatus;

    public string? Reason => _socket.CloseStatusDescription;

    public static async Task<StreamClient> OpenAsync(string streamUrl, string? origin = null)
    {
        var client = await TryOpenAsync(streamUrl, origin);
        client._socket.State.ShouldBe(WebSocketState.Open, $"refused with {client.RefusedWith}");
        return client;
    }

    public static async Task<StreamClient> TryOpenAsync(string streamUrl, string? origin = null)
    {
        var client = new StreamClient();
        client._socket.Options.CollectHttpResponseDetails = true;
        client._socket.Options.KeepAliveInterval = TimeSpan.Zero;
        if (origin is not null)
        {
            client._socket.Options.SetRequestHeader("Origin", origin);
        }

        try
        {
            await client._socket.ConnectAsync(new(streamUrl), client._patience.Token);
        }
        catch (WebSocketException)
        {
        }

        return client;
    }

    /// <summary>The next frame: its text, or null when the server closed the socket.</summary>
    public async Task<string?> FrameAsync()
    {
        var buffer = new byte[8192];
        using var text = new MemoryStream();
        while (true)
        {
            var read = await _socket.ReceiveAsync(buffer.AsMemory(), _patience.Token);
            if (read.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            read.MessageType.ShouldBe(WebSocketMessageType.Text);
            text.Write(buffer, 0, read.Count);
            if (read.EndOfMessage)
            {
                return Encoding.UTF8.GetString(text.ToArray());
            }
        }
    }

    public async Task<JsonNode> SetAsync() =>
        JsonNode.Parse(await FrameAsync() ?? throw new InvalidOperationException("The server closed the stream."))!;

    /// <summary>The texts that arrive until there are <paramref name="count"/> of them.</summary>
    public async Task<IReadOnlyList<string>> TextsAsync(int count)
    {
        var texts = new List<string>();
        while (texts.Count < count)
        {
            texts.AddRange((await SetAsync())["activities"]!.AsArray().Select(activity => activity!["text"]!.ToString()));
        }

        return texts;
    }

    public Task SendAsync(string frame) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text, endOfMessage: true, _patience.Token);

    public Task CloseAsync() => _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, _patience.Token);

    public void Dispose()
    {
        _socket.Dispose();
        _patience.Dispose();
    }
}
