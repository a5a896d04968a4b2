using Microsoft.Extensions.Logging;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Conversations.Delivery;

/// <summary>The channels of this host, by id.</summary>
internal sealed partial class OutboundChannels(IEnumerable<IOutboundChannel> channels, ILogger<OutboundChannels> logger)
{
    private readonly Dictionary<string, IOutboundChannel> _channels =
        channels.ToDictionary(channel => channel.ChannelId, StringComparer.Ordinal);

    /// <returns>How what is said reaches a customer who does not wait for it in a request.</returns>
    public OutgoingWay WayTo(string channelId) =>
        _channels.TryGetValue(channelId, out var channel) && channel.ReadsLog ? OutgoingWay.Log : OutgoingWay.Outbox;

    /// <returns>Null when this host does not have the channel: its activities stay in the outbox until one has it.</returns>
    public IOutboundChannel? Find(string channelId)
    {
        if (_channels.TryGetValue(channelId, out var channel))
        {
            return channel;
        }

        Log.NoChannel(logger, channelId);
        return null;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "There is no channel '{ChannelId}' here; its activities wait.")]
        public static partial void NoChannel(ILogger logger, string channelId);
    }
}
