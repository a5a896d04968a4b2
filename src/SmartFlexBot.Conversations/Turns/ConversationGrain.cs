using System.Text.Json;
using Microsoft.Extensions.Logging;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Delivery;
using SmartFlexBot.Conversations.Inbox;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Conversations.Turns;

/// <summary>
/// The lanes of one conversation: turns one after the other, and beside them deliveries one after the other. A cache of the store:
/// it may be thrown away at any moment.
/// </summary>
internal sealed partial class ConversationGrain : Grain, IConversationGrain
{
    private readonly ILogger<ConversationGrain> _logger;
    private readonly WakeableLoop _turns;
    private readonly WakeableLoop _deliveries;
    private readonly AnsweringLane _answering;
    private readonly ParsedActivities _parsed = new();

    public ConversationGrain(
        TurnLane.Factory turnLanes,
        DeliveryLane.Factory deliveryLanes,
        AnsweringLane.Factory answeringLanes,
        ILogger<ConversationGrain> logger)
    {
        _logger = logger;
        var conversation = ConversationKey.Parse(this.GetPrimaryKeyString());
        var deliveryLane = deliveryLanes.For(conversation);
        _deliveries = new(() => GuardAsync(deliveryLane.DeliverWaitingAsync));
        var awaitedAnswers = new AwaitedAnswers();
        var turnLane = turnLanes.For(conversation, awaitedAnswers, _parsed, onSent: () => _ = _deliveries.WakeAsync());
        _turns = new(() => GuardAsync(turnLane.AnswerUndoneAsync));
        _answering = answeringLanes.For(conversation, turnLane, _turns, awaitedAnswers, _parsed);
    }

    public async Task WakeAsync()
    {
        var deliveries = _deliveries.WakeAsync();
        await _turns.WakeAsync();
        await deliveries;
    }

    public Task TakeAsync(ParsedActivity accepted)
    {
        _parsed.Add(accepted);
        return _turns.WakeAsync();
    }

    public Task<StoredAnswer> AnswerAsync(Arrival arrival, string opener) =>
        _answering.AnswerAsync(arrival, JsonSerializer.Deserialize(opener, OriginJson.Default.ConversationOrigin)!);

    private async Task GuardAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception exception)
        {
            // The store is down, or the process stops. What is undone is still in the store, and the sweeper comes back to it.
            Log.LaneInterrupted(_logger, this.GetPrimaryKeyString(), exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Conversation} was interrupted; it will be taken up again.")]
        public static partial void LaneInterrupted(ILogger logger, string conversation, Exception exception);
    }
}
