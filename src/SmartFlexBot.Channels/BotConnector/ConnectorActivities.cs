using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Channels.BotConnector.Teams;
using SmartFlexBot.Channels.DirectLine;
using SmartFlexBot.Channels.Http;

namespace SmartFlexBot.Channels.BotConnector;

/// <summary>An activity that runs a turn, and whose conversation it enters.</summary>
internal sealed record ConnectorActivity(ConversationKey Conversation, ConversationOrigin Origin, InboundActivity Inbound);

/// <summary>What of a posted activity is a turn, and what has to be in it (bot protocol A2, A3).</summary>
internal sealed class ConnectorActivities(IOptions<BotConnectorOptions> options, ServiceUrls serviceUrls)
{
    public const string ExpectReplies = "expectReplies";

    // Names such as "command/result" are the runtime's own: whoever could post them could fake the outcome of a command.
    private const string ClientEventPrefix = "webchat/";

    private const int MaximumIdLength = 1000;

    /// <returns>Null for what this bot does not know: it is ignored, not refused (rules A2014, A5002).</returns>
    /// <exception cref="RequestRefusedException">400: something is missing or cannot be.</exception>
    public ConnectorActivity? Read(Activity activity)
    {
        var type = Required(activity.Type, "type");
        var channelId = ConnectorChannels.KeyOf(Required(activity.ChannelId, "channelId"));
        var conversationId = Required(activity.Conversation?.Id, "conversation.id");
        CheckLength(activity.Id, "id");
        if (!IsServed(channelId))
        {
            var served = ConnectorChannels.All.Keys.Where(IsServed).Select(ConnectorChannels.WireOf);
            throw RequestRefusedException.BadRequest($"channelId must be one of {string.Join(", ", served)}.");
        }

        if (!IsTurn(activity, type))
        {
            return null;
        }

        CheckServiceUrl(activity);
        if (channelId == ConnectorChannels.Teams)
        {
            TeamsActivities.Unwrap(activity);
        }

        var userId = Required(User(activity)?.Id, "from.id");
        activity.Properties?.Remove("callerId");
        var key = string.IsNullOrEmpty(activity.Id) ? $"post/{Guid.NewGuid():N}" : $"activity/{activity.Id}";
        return new(
            new(channelId, conversationId),
            Origin(activity, userId, conversationId),
            new(activity, key, Logged: type == ActivityTypes.Message));
    }

    /// <summary>A chat of several is nobody's: it acts for no account, and all who write in it are one.</summary>
    private ConversationOrigin Origin(Activity activity, string userId, string conversationId) =>
        activity.Conversation!.IsOfSeveral()
            ? new(conversationId, Locale: activity.Locale)
            : new(userId, User(activity)?.Name, AccountNumber(), activity.Locale);

    /// <summary>Direct Line without a token is our own server, and nothing else.</summary>
    private bool IsServed(string channelId) => ConnectorChannels.All.ContainsKey(channelId)
        && (options.Value.HasAppId || channelId != ConnectorChannels.HostedDirectLine);

    private static bool IsTurn(Activity activity, string type) => type switch
    {
        ActivityTypes.Message => true,
        // Of several, only that the bot itself has come.
        ActivityTypes.ConversationUpdate => !activity.Conversation!.IsOfSeveral()
            || activity.MembersAdded?.Any(member => member.Id is not null && member.Id == activity.Recipient?.Id) == true,
        ActivityTypes.Event => activity.Name?.StartsWith(ClientEventPrefix, StringComparison.Ordinal) == true,
        _ => false,
    };

    /// <summary>
    /// A conversationUpdate may come from the channel itself or from the bot: the customer is the member that is not the bot.
    /// </summary>
    private static ChannelAccount? User(Activity activity) => activity.Type == ActivityTypes.ConversationUpdate
        ? activity.MembersAdded?.FirstOrDefault(member => member.Id != activity.Recipient?.Id) ?? activity.From
        : activity.From;

    private string? AccountNumber() => string.IsNullOrEmpty(options.Value.DevelopmentAccount) ? null : options.Value.DevelopmentAccount;

    private void CheckServiceUrl(Activity activity)
    {
        if (activity.ServiceUrl is null && activity.DeliveryMode == ExpectReplies)
        {
            return;
        }

        if (serviceUrls.Find(Required(activity.ServiceUrl, "serviceUrl")) is null)
        {
            throw RequestRefusedException.BadRequest(serviceUrls.Rule);
        }
    }

    private static string Required(string? value, string name)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw RequestRefusedException.Missing($"An activity needs {name}.");
        }

        CheckLength(value, name);
        return value;
    }

    private static void CheckLength(string? value, string name)
    {
        if (value is { Length: > MaximumIdLength })
        {
            throw RequestRefusedException.BadRequest($"{name} is longer than {MaximumIdLength} characters.");
        }
    }
}
