using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Channels.BotConnector.Sending;

/// <summary>Posts replies to where the conversation's activities came from (bot protocol B).</summary>
internal sealed class ConnectorOutbound(
    string channelId,
    ChannelCapabilities capabilities,
    ConversationPlaces places,
    ConnectorPosts posts,
    TeamsPace pace,
    TimeProvider time)
    : IOutboundChannel
{
    // What a channel cannot take for so long would reach a customer who has moved on.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public string ChannelId => channelId;

    public ChannelCapabilities Capabilities => capabilities;

    public bool ReadsLog => false;

    public async Task<Delivery> DeliverAsync(ConversationKey conversation, LogEntry entry, CancellationToken cancellationToken)
    {
        var activity = entry.ReadActivity();
        var saidAt = activity.Timestamp;
        if (await places.AddressAsync(conversation, entry, activity, cancellationToken) is not { } serviceUrl)
        {
            return new Delivery.GivenUp("The conversation names no service URL that may be written to.");
        }

        if (channelId == ConnectorChannels.Teams
            && await pace.WaitAsync(conversation.ConversationId, activity.Conversation?.TenantId, cancellationToken) is var pause
            && pause > TimeSpan.Zero)
        {
            return new Delivery.Retry(pause, "Teams takes no more at the moment.");
        }

        // Both are the channel's to give.
        activity.Id = null;
        activity.Timestamp = null;
        var outcome = await posts.PostAsync(Address(serviceUrl, conversation, activity), ActivityJson.Write(activity), cancellationToken);
        return outcome is Delivery.Retry && saidAt + Longest < time.GetUtcNow()
            ? new Delivery.GivenUp("The connector could not be reached for too long.")
            : outcome;
    }

    /// <summary>Exactly one slash between the two, whatever path the service URL has; ids hold characters that a path must not.</summary>
    public static Uri Address(Uri serviceUrl, ConversationKey conversation, Activity activity)
    {
        var root = serviceUrl.GetLeftPart(UriPartial.Path).TrimEnd('/');
        var address = $"{root}/v3/conversations/{Uri.EscapeDataString(conversation.ConversationId)}/activities";
        return new(activity.ReplyToId is { } replyTo ? $"{address}/{Uri.EscapeDataString(replyTo)}" : address);
    }
}
