using Microsoft.Extensions.Logging;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Channels.DirectLine;

/// <summary>
/// One reader of the log: what is after the watermark, then what comes. It holds at most one page in memory.
/// </summary>
internal sealed partial class StreamConnection(
    StreamSocket socket, ConversationKey conversation, IConversationLog log, TimeProvider time, ILogger logger)
{
    private const int PageSize = 50;

    public static readonly TimeSpan KeepAliveInterval = TimeSpan.FromSeconds(25);

    private static readonly TimeSpan StorePause = TimeSpan.FromSeconds(2);

    /// <summary>Returns when the client has gone, the conversation is no more, or <paramref name="stopping"/> asks for an end.</summary>
    public async Task RunAsync(long watermark, CancellationToken stopping)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var receiving = socket.ReceiveUntilClosedAsync();
        Task[] writing = [FollowAsync(watermark, stop.Token), KeepAliveAsync(stop.Token)];
        await Task.WhenAny([receiving, .. writing]);
        await stop.CancelAsync();
        await Task.WhenAll(writing);
        await socket.CloseAsync(receiving);
    }

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

                var last = entries[^1].Sequence;
                if (!await socket.SendAsync(ActivitySet.Of(entries, last)))
                {
                    return;
                }

                watermark = last;
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
        while (await PauseAsync(KeepAliveInterval, stop) && await socket.SendAsync(ReadOnlyMemory<byte>.Empty) && await ExistsAsync(stop))
        {
        }
    }

    private async Task<bool> ExistsAsync(CancellationToken stop)
    {
        try
        {
            return await log.FindOriginAsync(conversation, stop) is not null;
        }
        catch (Exception exception) when (!stop.IsCancellationRequested)
        {
            // A store that is down has not forgotten the conversation.
            LogReadFailed(logger, exception, conversation.ConversationId);
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    private async Task<bool> PauseAsync(TimeSpan pause, CancellationToken stop)
    {
        await Task.Delay(pause, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !stop.IsCancellationRequested;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The stream of {ConversationId} cannot read the log and will try again")]
    private static partial void LogReadFailed(ILogger logger, Exception exception, string conversationId);
}
