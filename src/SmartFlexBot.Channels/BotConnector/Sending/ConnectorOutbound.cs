using System.Net;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Channels.Rendering;

namespace SmartFlexBot.Channels.BotConnector.Sending;

/// <summary>Posts replies to where the conversation's activities came from (bot protocol B).</summary>
internal sealed class ConnectorOutbound(
    string channelId,
    ChannelCapabilities capabilities,
    ConversationPlaces places,
    ConnectorPosts posts,
    NewConversation newConversation,
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
        if (ActivityRenderer.Render(entry.ReadActivity(), capabilities) is not { } activity)
        {
            return new Delivery.Delivered();
        }

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

        activity.ChannelId = ConnectorChannels.WireOf(channelId);
        // Both are the channel's to give.
        activity.Id = null;
        activity.Timestamp = null;
        var outcome = await PostAsync(serviceUrl, conversation, activity, cancellationToken);
        return outcome is Delivery.Retry && saidAt + Longest < time.GetUtcNow()
            ? new Delivery.GivenUp("The connector could not be reached for too long.")
            : outcome;
    }

    private async Task<Delivery> PostAsync(
        Uri serviceUrl, ConversationKey conversation, Activity activity, CancellationToken cancellationToken)
    {
        var json = ActivityJson.Write(activity);
        var answer = await posts.PostAsync(Address(serviceUrl, conversation, activity), json, cancellationToken);
        if (channelId != ConnectorChannels.Teams || answer is not { Status: HttpStatusCode.NotFound, Outcome: Delivery.Unreachable }
            || await newConversation.OpenAsync(serviceUrl, conversation, activity, cancellationToken) is not { } opened)
        {
            return answer.Outcome;
        }

        // What it answered is not there.
        activity.ReplyToId = null;
        activity.Conversation!.Id = opened.ConversationId;
        var address = Address(serviceUrl, opened, activity);
        return (await posts.PostAsync(address, ActivityJson.Write(activity), cancellationToken)).Outcome;
    }

    /// <summary>Exactly one slash between the two, whatever path the service URL has; ids hold characters that a path must not.</summary>
    public static Uri Address(Uri serviceUrl, ConversationKey conversation, Activity activity)
    {
        var root = serviceUrl.GetLeftPart(UriPartial.Path).TrimEnd('/');
        var address = $"{root}/v3/conversations/{Uri.EscapeDataString(conversation.ConversationId)}/activities";
        return new(activity.ReplyToId is { } replyTo ? $"{address}/{Uri.EscapeDataString(replyTo)}" : address);
    }
}
