using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.BotFramework;

/// <summary>Writes what a bot says to one activity, once: addressed, and as JSON. What the bot set itself is kept.</summary>
/// <param name="bot">Who speaks when nobody was addressed; null when that is not known.</param>
/// <param name="isLogged">
/// Whether the customer's client sees the activity that is answered: Web Chat holds a reply for up to 5 s until it has seen what it replies
/// to, so an event that no client sees is never named.
/// </param>
public sealed class ReplyWriter(
    Activity inbound, ConversationKey conversation, ConversationOrigin origin, ChannelAccount? bot, bool isLogged)
{
    /// <summary>For an activity of which no more is known than what it is: messages are logged.</summary>
    public ReplyWriter(Activity inbound, ConversationKey conversation, ConversationOrigin origin)
        : this(inbound, conversation, origin, null, inbound.Type == ActivityTypes.Message)
    {
    }

    /// <returns>JSON without id and time: the channel numbers and dates what it carries.</returns>
    public string Write(Activity activity)
    {
        var reply = activity.ShallowCopy();
        reply.Type ??= ActivityTypes.Message;
        reply.Id = null;
        reply.Timestamp = null;
        reply.ChannelId = conversation.ChannelId;
        reply.ServiceUrl ??= inbound.ServiceUrl;
        reply.Conversation = Conversation();
        reply.Locale ??= inbound.Locale ?? origin.Locale;
        reply.ReplyToId = isLogged ? reply.ReplyToId ?? inbound.Id : null;
        reply.From = From(reply.From);
        reply.Recipient = reply.Recipient is { } own ? Kept(own, RoleTypes.User) : Customer();
        if (reply.Type == ActivityTypes.Message)
        {
            reply.TextFormat ??= TextFormats.Plain;
            reply.InputHint ??= InputHints.AcceptingInput;
        }

        return ActivityJson.Write(reply);
    }

    private ConversationAccount Conversation() => new()
    {
        Id = conversation.ConversationId,
        IsGroup = inbound.Conversation?.IsGroup,
        ConversationType = inbound.Conversation?.ConversationType,
        TenantId = inbound.Conversation?.TenantId,
        Name = inbound.Conversation?.Name,
    };

    /// <summary>The one who was addressed answers; an event comes from nobody that could be answered as.</summary>
    private ChannelAccount From(ChannelAccount? own)
    {
        if (own is not null && (own.Id is not null || bot is null))
        {
            return Kept(own, RoleTypes.Bot);
        }

        var addressed = own is null && inbound.Recipient is { Id: not null } recipient && recipient.Id != origin.UserId ? recipient : bot;
        return Account(addressed, RoleTypes.Bot);
    }

    /// <summary>What happens by itself is told to the customer all the same.</summary>
    private ChannelAccount Customer()
    {
        var isCustomers = inbound.Type is ActivityTypes.Message or ActivityTypes.Invoke;
        var sender = isCustomers && inbound.From is { Id: not null } from ? from : new() { Id = origin.UserId, Name = origin.UserName };
        return Account(sender, RoleTypes.User);
    }

    private static ChannelAccount Account(ChannelAccount? account, string role) =>
        new() { Id = account?.Id, Name = account?.Name, AadObjectId = account?.AadObjectId, Role = role };

    private static ChannelAccount Kept(ChannelAccount own, string role)
    {
        var kept = Account(own, own.Role ?? role);
        kept.Properties = own.Properties;
        return kept;
    }
}
