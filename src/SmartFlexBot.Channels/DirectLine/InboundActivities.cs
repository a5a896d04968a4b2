using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Channels.Http;

namespace SmartFlexBot.Channels.DirectLine;

/// <summary>
/// What of a posted activity is the customer's to say. The rest is dropped or set here: who, when, where, and everything that
/// would speak for the runtime.
/// </summary>
internal sealed class InboundActivities(IOptions<DirectLineOptions> options, ClientEvents events)
{
    private const int MaximumIdLength = 200;

    /// <returns>What to put into the inbox; null for typing, which is neither stored nor a turn.</returns>
    /// <exception cref="RequestRefusedException">400: a type or an event that a browser may not send.</exception>
    public InboundActivity? Read(Activity activity, DirectLineToken token)
    {
        switch (activity.Type)
        {
            case null or "":
                throw RequestRefusedException.Missing("An activity needs a type.");
            case ActivityTypes.Typing:
                return null;
            case ActivityTypes.Event when string.IsNullOrEmpty(activity.Name):
                throw RequestRefusedException.Missing("An event needs a name.");
            case ActivityTypes.Event when !events.Allow(activity.Name):
                throw RequestRefusedException.BadRequest("Only events named webchat/… are accepted here.");
            case ActivityTypes.Message or ActivityTypes.Event:
                break;
            default:
                throw RequestRefusedException.BadRequest("Only the activity types message, event and typing are accepted here.");
        }

        var dedupeKey = DedupeKey(activity, token.UserId);
        var addressed = Address(activity, token.ConversationId, new ChannelAccount { Id = token.UserId, Name = activity.From?.Name });
        // Web Chat takes a post for sent when it comes back on the stream, events too (bot protocol D3): so all are logged.
        return new(addressed, dedupeKey, Logged: true);
    }

    /// <summary>The one activity that lets the bot greet: both have joined. Not seen by the customer.</summary>
    public InboundActivity Start(DirectLineToken token, string? userName, string? locale)
    {
        var user = new ChannelAccount { Id = token.UserId, Name = userName };
        var update = Address(new Activity { Type = ActivityTypes.ConversationUpdate, Locale = locale }, token.ConversationId, user);
        update.MembersAdded = [Bot(), user];
        return new(update, "start", Logged: false);
    }

    public Activity Typing(string conversationId, DateTimeOffset now) => new()
    {
        Type = ActivityTypes.Typing,
        Id = $"typing-{Guid.NewGuid():N}",
        Timestamp = now,
        ChannelId = DirectLineChannel.Id,
        Conversation = new() { Id = conversationId },
        From = Bot(),
    };

    private Activity Address(Activity activity, string conversationId, ChannelAccount user)
    {
        user.Role = RoleTypes.User;
        activity.From = user;
        activity.Recipient = Bot();
        activity.Conversation = new() { Id = conversationId };
        activity.ChannelId = DirectLineChannel.Id;
        activity.Id = null;
        activity.Timestamp = null;
        activity.ServiceUrl = null;
        activity.DeliveryMode = null;
        activity.RelatesTo = null;
        activity.MembersAdded = null;
        activity.MembersRemoved = null;
        activity.Properties?.Remove("callerId");
        return activity;
    }

    private ChannelAccount Bot() => new() { Id = options.Value.BotId, Name = options.Value.BotName, Role = RoleTypes.Bot };

    /// <summary>A repeated post is known by its clientActivityID. The prefix keeps clients out of the runtime's own keys.</summary>
    private static string DedupeKey(Activity activity, string userId)
    {
        var clientId = (activity.ChannelData as JsonObject)?["clientActivityID"] is JsonValue value && value.TryGetValue<string>(out var id)
            ? id
            : null;
        if (clientId is { Length: > MaximumIdLength })
        {
            throw RequestRefusedException.BadRequest($"channelData.clientActivityID is longer than {MaximumIdLength} characters.");
        }

        return string.IsNullOrEmpty(clientId) ? $"post/{Guid.NewGuid():N}" : $"client/{userId}/{clientId}";
    }
}
