using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Channels.DirectLine;

/// <summary>
/// One socket: a reader of the log after its watermark. It holds at most one page in memory; a client that does not take a
/// frame in time is cut off, and comes back with its watermark.
/// </summary>
internal sealed partial class StreamConnection(
    WebSocket socket, ConversationKey conversation, IConversationLog log, TimeProvider time, ILogger logger) : IDisposable
{
    private const int PageSize = 50;

    public static readonly TimeSpan KeepAliveInterval = TimeSpan.FromSeconds(25);

    private static readonly TimeSpan SlowReaderLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan CloseLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan StorePause = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim sending = new(1, 1);

    /// <summary>Returns when the client has gone, the conversation is no more, or <paramref name="stopping"/> asks for an end.</summary>
    public async Task RunAsync(long watermark, CancellationToken stopping)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var receiving = ReceiveUntilClosedAsync();
        Task[] writing = [FollowAsync(watermark, stop.Token), KeepAliveAsync(stop.Token)];
        await Task.WhenAny([receiving, .. writing]);
        await stop.CancelAsync();
        await Task.WhenAll(writing);
        await CloseAsync(receiving);
    }

    /// <summary>Sends a frame that nobody needs; not at all while another one is under way.</summary>
    public async Task OfferAsync(ReadOnlyMemory<byte> frame)
    {
        if (sending.CurrentCount > 0)
            await SendAsync(frame);
    }

    public void Dispose() => sending.Dispose();

    private async Task FollowAsync(long watermark, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var entries = await log.ReadAsync(conversation, watermark, PageSize, stop);
                if (entries.Count == 0)
                {
                    await log.WaitAsync(conversation, watermark, stop);
                    continue;
                }

                var set = new ActivitySet([.. entries.Select(entry => entry.Activity)], Watermark.Write(entries[^1].Sequence));
                if (!await SendAsync(JsonSerializer.SerializeToUtf8Bytes(set, DirectLineJson.Default.ActivitySet)))
                    return;
                watermark = entries[^1].Sequence;
            }
            catch (Exception) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (ConversationNotFoundException)
            {
                return;
            }
            catch (Exception exception)
            {
                LogReadFailed(logger, exception, conversation.ConversationId);
                await PauseAsync(StorePause, stop);
            }
        }
    }

    /// <summary>Empty text frames, which clients ignore and proxies do not; and the look whether the conversation still exists.</summary>
    private async Task KeepAliveAsync(CancellationToken stop)
    {
        while (await PauseAsync(KeepAliveInterval, stop) && await SendAsync(ReadOnlyMemory<byte>.Empty) && await ExistsAsync(stop))
        {
        }
    }

    private async Task<bool> ExistsAsync(CancellationToken stop)
    {
        try
        {
            return await log.FindOriginAsync(conversation, stop) is not null;
        }
        catch (Exception exception)
        {
            // A store that is down has not forgotten the conversation.
            LogReadFailed(logger, exception, conversation.ConversationId);
            return true;
        }
    }

    /// <returns>False when the client has gone or is too slow.</returns>
    private async Task<bool> SendAsync(ReadOnlyMemory<byte> frame)
    {
        // Never the stop token: cancelling a send aborts the socket, and then it cannot be closed properly.
        using var limit = new CancellationTokenSource(SlowReaderLimit, time);
        try
        {
            await sending.WaitAsync(limit.Token);
            try
            {
                await socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, limit.Token);
                return true;
            }
            finally
            {
                sending.Release();
            }
        }
        catch (Exception exception) when (HasGone(exception))
        {
            return false;
        }
    }

    /// <summary>Clients have nothing to say here but keep-alives; whatever it is, it is read and forgotten.</summary>
    private async Task ReceiveUntilClosedAsync()
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

    private async Task CloseAsync(Task receiving)
    {
        using var limit = new CancellationTokenSource(CloseLimit, time);
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, limit.Token);
            await receiving.WaitAsync(limit.Token);
        }
        catch (Exception exception) when (HasGone(exception))
        {
            socket.Abort();
        }

        await receiving;
    }

    private async Task<bool> PauseAsync(TimeSpan pause, CancellationToken stop)
    {
        await Task.Delay(pause, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !stop.IsCancellationRequested;
    }

    private static bool HasGone(Exception exception) =>
        exception is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException;

    [LoggerMessage(Level = LogLevel.Error, Message = "The stream of {ConversationId} cannot read the log and will try again")]
    private static partial void LogReadFailed(ILogger logger, Exception exception, string conversationId);
}
