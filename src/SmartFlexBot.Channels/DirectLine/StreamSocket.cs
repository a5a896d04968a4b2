using System.Net.WebSockets;
using SmartFlexBot.Channels.DirectLine.Reading;

namespace SmartFlexBot.Channels.DirectLine;

/// <summary>
/// One browser's socket: one frame at a time, in pieces, and never waiting long for a client. One that does not take a frame in time is
/// told so and closed, and comes back with its watermark.
/// </summary>
internal sealed class StreamSocket(WebSocket socket, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan CloseLimit = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly TaskCompletionSource<string> _cut = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when it is to end before its client wants it to.</summary>
    public Task Ended => _cut.Task;

    /// <summary>Nothing more is sent but the reason.</summary>
    public void Cut(string reason) => _cut.TrySetResult(reason);

    /// <returns>False when the client has gone or is too slow.</returns>
    public async Task<bool> SendAsync(ReadOnlyMemory<byte> frame)
    {
        using var patience = new ReaderPatience(_cut, time);
        try
        {
            return await patience.AllowsAsync(_sending.WaitAsync(CancellationToken.None)) && await SendAsync(frame, patience);
        }
        catch (Exception exception) when (HasGone(exception))
        {
            return false;
        }
    }

    private async Task<bool> SendAsync(ReadOnlyMemory<byte> frame, ReaderPatience patience)
    {
        try
        {
            foreach (var (bytes, isLast) in Pieces.Of(frame))
            {
                // A piece may still be on its way to who was cut: nothing but the close comes after it.
                if (_cut.Task.IsCompleted)
                {
                    return false;
                }

                // Never with a token: cancelling a send aborts the socket, and then it cannot be told why.
                var sent = socket.SendAsync(bytes, WebSocketMessageType.Text, isLast, CancellationToken.None);
                if (!await patience.AllowsAsync(sent.AsTask()))
                {
                    return false;
                }
            }

            return true;
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Clients have nothing to say here but keep-alives; whatever it is, it is read and forgotten.</summary>
    public async Task ReceiveUntilClosedAsync()
    {
        var buffer = new byte[128];
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
                // After a piece that is still on its way; in the middle of a frame too, for that may be (RFC 6455, 5.4).
                var (status, reason) = _cut.Task.IsCompleted
                    ? (WebSocketCloseStatus.PolicyViolation, await _cut.Task)
                    : (WebSocketCloseStatus.NormalClosure, null);
                await socket.CloseOutputAsync(status, reason, limit.Token);
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
