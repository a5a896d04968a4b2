using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Conversations.Hosting;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Conversations.Turns;

/// <summary>Makes what is said ready for the log: addressed, and written as JSON.</summary>
internal sealed class OutgoingActivities(IOptions<ConversationsOptions> options)
{
    private readonly ChannelAccount _bot = new() { Id = options.Value.BotId, Name = options.Value.BotName };

    /// <param name="inRequest">Who sent the item waits for it.</param>
    public Outgoing Address(
        ConversationKey conversation, ConversationState loaded, TurnItem item, IReadOnlyList<Activity> said, bool inRequest)
    {
        var way = inRequest ? OutgoingWay.Request : OutgoingWay.Outbox;
        if (said.Count == 0)
        {
            return new([], way);
        }

        var inbound = item.ReadActivity(conversation);
        return new(
            [.. said.Select(activity => ActivityJson.Write(
                Addressing.Complete(activity, inbound, item.Row.Logged, conversation, loaded.Origin, _bot)))],
            way);
    }
}
