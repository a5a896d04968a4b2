using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Channels.BotConnector.Sending;

/// <summary>Shows in a channel that the bot is at work, where somebody wrote to this node a short while ago.</summary>
internal sealed class ConnectorTyping(string channelId, RecentCallers callers, ServiceUrls serviceUrls, ConnectorPosts posts)
    : ITypingNotifier
{
    public string ChannelId => channelId;

    public async Task NotifyAsync(ConversationKey conversation, CancellationToken cancellationToken)
    {
        if (callers.Find(conversation) is not { } last || serviceUrls.Find(last.ServiceUrl) is not { } serviceUrl)
        {
            return;
        }

        var typing = new Activity
        {
            Type = ActivityTypes.Typing,
            ChannelId = last.ChannelId,
            ServiceUrl = last.ServiceUrl,
            Conversation = last.Conversation,
            From = last.Recipient,
            Recipient = last.From,
        };
        await posts.PostAsync(
            ConnectorOutbound.Address(serviceUrl, conversation, typing), ActivityJson.Write(typing), cancellationToken);
    }
}
