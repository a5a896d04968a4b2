using System.Collections.Concurrent;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Tests.Conversations;

/// <summary>A channel that keeps what it took, and answers what a test tells it to.</summary>
internal sealed class TestChannel : IOutboundChannel
{
    public const string Id = "test";

    public ConcurrentQueue<(ConversationKey Conversation, long Sequence, string? Text)> Taken { get; } = [];

    /// <summary>Decides instead of "taken"; gets how often this channel was asked before.</summary>
    public Func<LogEntry, int, Delivery>? Answer { get; set; }

    /// <summary>After this the outside world hears nothing more of this host.</summary>
    public bool IsCut { get; set; }

    public bool ReadsLog { get; init; }

    public string ChannelId => Id;
    public ChannelCapabilities Capabilities { get; } = new("1.6", 4000, 256_000);
    private int _asked;

    public Task<Delivery> DeliverAsync(ConversationKey conversation, LogEntry entry, CancellationToken cancellationToken)
    {
        if (IsCut)
        {
            return Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken).ContinueWith<Delivery>(_ => new Delivery.Delivered());
        }

        var answer = Answer?.Invoke(entry, _asked++) ?? new Delivery.Delivered();
        if (answer is Delivery.Delivered)
        {
            Taken.Enqueue((conversation, entry.Sequence, entry.ReadActivity().Text));
        }

        return Task.FromResult(answer);
    }
}
