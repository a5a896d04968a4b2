using Microsoft.Extensions.Logging;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Channels.DirectLine.Reading;

namespace SmartFlexBot.Channels.DirectLine;

/// <summary>
/// One reader of the log: what is after the watermark, then what comes. It holds at most one page in memory, and waits for room for it.
/// </summary>
internal sealed partial class StreamConnection(StreamSocket socket, ClientPlace place, StreamConnection.Services services)
{
    public static readonly TimeSpan KeepAliveInterval = TimeSpan.FromSeconds(25);

    /// <summary>How often somebody who found no room looks for it.</summary>
    public static readonly TimeSpan RoomPause = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan StorePause = TimeSpan.FromSeconds(2);

    /// <summary>Returns when the client has gone, the conversation is no more, or <paramref name="stopping"/> asks for an end.</summary>
    public async Task RunAsync(long watermark, CancellationToken stopping)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var receiving = socket.ReceiveUntilClosedAsync();
        Task[] writing = [FollowAsync(watermark, stop.Token), KeepAliveAsync(stop.Token)];
        await Task.WhenAny([receiving, socket.Ended, .. writing]);
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
                if (await SendAfterAsync(watermark, stop) is not { } last)
                {
                    return;
                }

                if (last == watermark)
                {
                    await services.Log.WaitAsync(place.Conversation, watermark, stop);
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
                LogReadFailed(services.Logger, exception, place.Conversation.ConversationId);
                await PauseAsync(StorePause, stop);
            }
        }
    }

    /// <returns>The watermark to go on from; null when the client is gone.</returns>
    private async Task<long?> SendAfterAsync(long watermark, CancellationToken stop)
    {
        using var holding = await HoldAsync(stop);
        using var page = await services.Pages.TakeAsync(place.Conversation, watermark, stop);
        if (page.IsEmpty)
        {
            return watermark;
        }

        holding.Resize(page.Bytes.Length);
        return await socket.SendAsync(page.Bytes) ? page.Last : null;
    }

    private async Task<ClientHolding> HoldAsync(CancellationToken stop)
    {
        while (true)
        {
            if (services.Memory.TryHold(place, socket.Cut) is { } holding)
            {
                return holding;
            }

            await Task.Delay(RoomPause, services.Time, stop);
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
            return await services.Log.FindOriginAsync(place.Conversation, stop) is not null;
        }
        catch (Exception exception) when (!stop.IsCancellationRequested)
        {
            // A store that is down has not forgotten the conversation.
            LogReadFailed(services.Logger, exception, place.Conversation.ConversationId);
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    private async Task<bool> PauseAsync(TimeSpan pause, CancellationToken stop)
    {
        await Task.Delay(pause, services.Time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !stop.IsCancellationRequested;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The stream of {ConversationId} cannot read the log and will try again")]
    private static partial void LogReadFailed(ILogger logger, Exception exception, string conversationId);

    /// <summary>What every connection uses.</summary>
    public sealed record Services(
        IConversationLog Log, SharedPages Pages, ClientBytes Memory, TimeProvider Time, ILogger<StreamConnection> Logger);
}
