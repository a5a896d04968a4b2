using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Log;
using SmartFlexBot.Conversations.Store;
using static SmartFlexBot.BotFramework.Ports.Delivery;

namespace SmartFlexBot.Conversations.Delivery;

/// <summary>Delivers a conversation's committed activities in order, each until the channel has it or gives it up.</summary>
internal sealed partial class DeliveryLane(ConversationKey conversation, DeliveryLane.Services services)
{
    private const int Batch = 32;
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <summary>Taken by the channel, but the mark could not be stored: marked again, never sent again.</summary>
    private readonly HashSet<long> _taken = [];

    public async Task DeliverWaitingAsync()
    {
        if (services.Channels.Find(conversation.ChannelId) is not { } channel)
        {
            return;
        }

        var waiting = await services.Store.ReadWaitingAsync(conversation, Batch);
        var marks = new List<Task>();
        while (waiting.Count > 0)
        {
            foreach (var item in waiting)
            {
                // An activity that must wait holds back those behind it: order is kept.
                if (item.NotBefore > services.Time.UnixNow() || !await DeliverAsync(channel, item, marks))
                {
                    await Task.WhenAll(marks);
                    return;
                }
            }

            await Task.WhenAll(marks);
            marks.Clear();
            waiting = waiting.Count < Batch
                ? []
                : await services.Store.ReadWaitingAsync(conversation, Batch);
        }
    }

    /// <returns>False when those behind it are not to be sent now.</returns>
    private async Task<bool> DeliverAsync(IOutboundChannel channel, OutboxItem item, List<Task> marks)
    {
        var delivery = _taken.Contains(item.Entry.Sequence) ? new Delivered() : await OfferAsync(channel, item);
        switch (delivery)
        {
            case Retry retry:
                var backOff = BackOff.After(item.Attempts + 1, LongestPause);
                var notBefore = services.Time.UnixNow() + Math.Max(backOff.Ms(), retry.After.Ms());
                await services.Store.PostponeAsync(conversation, item.Entry.Sequence, notBefore, retry.Reason);
                Log.Postponed(services.Logger, conversation, item.Entry.Sequence, retry.Reason);
                return false;
            case GivenUp givenUp:
                await services.Store.GiveUpAsync(conversation, item.Entry.Sequence, givenUp.Reason);
                Log.GivenUp(services.Logger, conversation, item.Entry.Sequence, givenUp.Reason);
                return true;
            case Uncertain uncertain:
                await services.Store.MarkUncertainAsync(conversation, item.Entry.Sequence, uncertain.Reason);
                Log.Uncertain(services.Logger, conversation, item.Entry.Sequence, uncertain.Reason);
                return true;
            case Unreachable unreachable:
                await services.Store.GiveUpAllAsync(conversation, unreachable.Reason);
                Log.Unreachable(services.Logger, conversation, unreachable.Reason);
                return false;
            default:
                // Not awaited here: the next activity can go out while this mark waits for its commit.
                marks.Add(MarkAsync(item.Entry.Sequence));
                return true;
        }
    }

    private async Task<BotFramework.Ports.Delivery> OfferAsync(IOutboundChannel channel, OutboxItem item)
    {
        BotFramework.Ports.Delivery delivery;
        try
        {
            delivery = await channel.DeliverAsync(
                conversation, StoredActivity.Read(item.Entry), services.Lifetime.ApplicationStopping);
        }
        catch (JsonException)
        {
            return new GivenUp("it cannot be read");
        }
        catch (Exception exception) when (!services.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            Log.ChannelThrew(services.Logger, conversation, item.Entry.Sequence, exception);
            return new Retry(TimeSpan.Zero, exception.GetType().Name);
        }

        if (delivery is Delivered)
        {
            _taken.Add(item.Entry.Sequence);
            services.Probe.Reached(ProcessingPoint.Delivered);
        }

        return delivery;
    }

    private async Task MarkAsync(long seq)
    {
        await services.Store.MarkDeliveredAsync(conversation, seq);
        _taken.Remove(seq);
        services.Probe.Reached(ProcessingPoint.Marked);
    }

    /// <summary>What every lane shares.</summary>
    internal sealed record Services(
        IOutboxStore Store,
        OutboundChannels Channels,
        IProcessingProbe Probe,
        IHostApplicationLifetime Lifetime,
        TimeProvider Time,
        ILogger<DeliveryLane> Logger);

    internal sealed class Factory(Services services)
    {
        public DeliveryLane For(ConversationKey conversation) => new(conversation, services);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Conversation}: activity {Seq} is delivered later ({Reason}).")]
        public static partial void Postponed(ILogger logger, ConversationKey conversation, long seq, string reason);

        [LoggerMessage(2, LogLevel.Warning, "{Conversation}: activity {Seq} is not delivered ({Reason}).")]
        public static partial void GivenUp(ILogger logger, ConversationKey conversation, long seq, string reason);

        [LoggerMessage(4, LogLevel.Warning, "{Conversation}: nobody knows whether activity {Seq} was delivered ({Reason}).")]
        public static partial void Uncertain(ILogger logger, ConversationKey conversation, long seq, string reason);

        [LoggerMessage(5, LogLevel.Information, "{Conversation}: nobody is there any more ({Reason}).")]
        public static partial void Unreachable(ILogger logger, ConversationKey conversation, string reason);

        [LoggerMessage(3, LogLevel.Error, "{Conversation}: the channel threw on activity {Seq}; it should have answered.")]
        public static partial void ChannelThrew(ILogger logger, ConversationKey conversation, long seq, Exception exception);
    }
}
