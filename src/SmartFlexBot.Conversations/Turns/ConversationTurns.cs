using System.Text.Json;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Inbox;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Conversations.Turns;

/// <summary>Hands an activity to its conversation's grain, and the grain's answer back.</summary>
internal sealed class ConversationTurns(Arrivals arrivals, IGrainFactory grains) : IConversationTurns
{
    public async Task<TurnAnswer> AnswerAsync(
        ConversationKey conversation, ConversationOrigin origin, InboundActivity inbound, CancellationToken cancellationToken)
    {
        // Known before the commit that accepts it: the reply names it, and a repetition is recognised while it runs.
        inbound.Activity.Id ??= InboxEvent.NewId();
        var arrival = arrivals.Prepare(conversation, inbound);
        var opener = JsonSerializer.Serialize(origin, OriginJson.Default.ConversationOrigin);
        var grain = grains.GetGrain<IConversationGrain>(conversation.ToString());
        var answer = await grain.AnswerAsync(arrival, opener).WaitAsync(cancellationToken);
        return new(answer.ActivityId, answer.Activities);
    }
}
