using System.Net.WebSockets;

namespace SmartFlexBot.Channels.DirectLine;

/// <summary>
/// One browser's socket: one frame at a time, and never waiting long for a client. One that does not take a frame in time is cut
/// off, and comes back with its watermark.
/// </summary>
internal sealed class StreamSocket(WebSocket socket, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan SlowReaderLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan CloseLimit = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _sending = new(1, 1);

    /// <returns>False when the client has gone or is too slow.</returns>
    public async Task<bool> SendAsync(ReadOnlyMemory<byte> frame)
    {
        // Never the stop token: cancelling a send aborts the socket, and then it cannot be closed properly.
        using var limit = new CancellationTokenSource(SlowReaderLimit, time);
        try
        {
            await _sending.WaitAsync(limit.Token);
            try
            {
                await socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, limit.Token);
                return true;
            }
            finally
            {
                _sending.Release();
            }
        }
        catch (Exception exception) when (HasGone(exception))
        {
            return false;
        }
    }

    /// <summary>Clients have nothing to say here but keep-alives; whatever it is, it is read and forgotten.</summary>
    public async Task ReceiveUntilClosedAsync()
    {
        var buffer = new byte[1024];
        try
        {
            while ((await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception exception) when (HasGone(exception))
        {
        }
    }

    public async Task CloseAsync(Task receiving)
    {
        using var limit = new CancellationTokenSource(CloseLimit, time);
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, limit.Token);
            }

            await receiving.WaitAsync(limit.Token);
        }
        catch (Exception exception) when (HasGone(exception))
        {
            socket.Abort();
        }

        await receiving;
    }

    /// <summary>Sends a frame that nobody needs; not at all while another one is under way.</summary>
    public async Task OfferAsync(ReadOnlyMemory<byte> frame)
    {
        if (_sending.CurrentCount > 0)
        {
            await SendAsync(frame);
        }
    }

    public void Dispose() => _sending.Dispose();

    private static bool HasGone(Exception exception) =>
        exception is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException;
}
