using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Conversations.Turns;

/// <summary>Fills in what an outgoing activity needs to find its way; what the bot set itself is kept.</summary>
internal static class Addressing
{
    public static Activity Complete(
        Activity outgoing, Activity inbound, bool inboundIsLogged, ConversationKey conversation, ConversationOrigin origin, ChannelAccount bot)
    {
        outgoing.Type ??= ActivityTypes.Message;
        outgoing.ChannelId ??= conversation.ChannelId;
        outgoing.ServiceUrl ??= inbound.ServiceUrl;
        outgoing.Conversation ??= new ConversationAccount { Id = conversation.ConversationId };
        // An event comes from nobody that could be answered as: the bot speaks under its own id.
        if (outgoing.From?.Id is null)
        {
            outgoing.From = new ChannelAccount { Id = bot.Id, Name = bot.Name, Role = RoleTypes.Bot };
        }

        outgoing.Recipient ??= new ChannelAccount { Id = origin.UserId, Name = origin.UserName };

        // Web Chat holds a reply for up to 5 s until it has seen what it replies to: never name an event that no client sees.
        outgoing.ReplyToId = inboundIsLogged ? outgoing.ReplyToId ?? inbound.Id : null;

        // Numbered inside the commit.
        outgoing.Id = null;
        outgoing.Timestamp = null;
        return outgoing;
    }
}
