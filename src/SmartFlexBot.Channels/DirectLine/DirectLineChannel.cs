using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Channels.DirectLine;

/// <summary>The channel's name in keys and activities.</summary>
public static class DirectLineChannel
{
    public const string Id = "directline";

    public static ConversationKey Key(string conversationId) => new(Id, conversationId);
}

/// <summary>What is committed is delivered: sockets and polls are readers of the log.</summary>
internal sealed class DirectLineOutbound(IOptions<DirectLineOptions> options) : IOutboundChannel
{
    private static readonly Task<Delivery> Delivered = Task.FromResult<Delivery>(new Delivery.Delivered());

    public string ChannelId => DirectLineChannel.Id;

    public bool ReadsLog => true;

    // Web Chat 4.18 renders Adaptive Cards 1.6 (bot protocol, part F).
    public ChannelCapabilities Capabilities { get; } =
        new("1.6", options.Value.MaximumActivityCharacters, options.Value.MaximumActivityCharacters);

    /// <summary>Takes what an earlier version left in the outbox.</summary>
    public Task<Delivery> DeliverAsync(ConversationKey conversation, LogEntry entry, CancellationToken cancellationToken) => Delivered;
}
