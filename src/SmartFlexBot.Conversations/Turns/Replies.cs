using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Conversations.Hosting;

namespace SmartFlexBot.Conversations.Turns;

/// <summary>Writes what is said in answer to an item.</summary>
internal sealed class Replies(IOptions<ConversationsOptions> options)
{
    private readonly ChannelAccount _bot = new() { Id = options.Value.BotId, Name = options.Value.BotName };

    public ReplyWriter To(TurnItem item, Activity activity, ConversationKey conversation, ConversationOrigin origin) =>
        new(activity, conversation, origin, _bot, item.IsLogged);
}
