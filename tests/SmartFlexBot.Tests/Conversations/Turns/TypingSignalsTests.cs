using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Hosting;
using SmartFlexBot.Conversations.Turns;

namespace SmartFlexBot.Tests.Conversations.Turns;

public sealed class TypingSignalsTests
{
    private static readonly ConversationKey Conversation = new("test", "c1");

    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void It_shows_after_a_moment_and_again_every_three_seconds_until_the_turn_ends()
    {
        var notifier = new Notifier();
        using (Signals(notifier).Begin(Conversation))
        {
            _clock.Advance(TimeSpan.FromMilliseconds(699));
            notifier.Shown.ShouldBeEmpty();
            _clock.Advance(TimeSpan.FromMilliseconds(1));
            notifier.Shown.ShouldBe([Conversation]);
            _clock.Advance(TimeSpan.FromMilliseconds(2999));
            notifier.Shown.Count.ShouldBe(1);
            _clock.Advance(TimeSpan.FromMilliseconds(1));
            notifier.Shown.Count.ShouldBe(2);
            _clock.Advance(TimeSpan.FromSeconds(3));
            notifier.Shown.Count.ShouldBe(3);
        }

        _clock.Advance(TimeSpan.FromSeconds(30));
        notifier.Shown.Count.ShouldBe(3);
    }

    [Fact]
    public void Only_the_conversations_own_channel_shows_it()
    {
        var (own, other) = (new Notifier(), new Notifier { ChannelId = "other" });
        using var signal = Signals(other, own).Begin(Conversation);
        _clock.Advance(TimeSpan.FromSeconds(1));
        (own.Shown.Count, other.Shown.Count).ShouldBe((1, 0));
        Signals(other).Begin(Conversation).ShouldBeNull();
    }

    [Fact]
    public void A_channel_that_cannot_show_it_harms_nobody()
    {
        var notifier = new Notifier { Throws = true };
        using var signal = Signals(notifier).Begin(Conversation);
        _clock.Advance(TimeSpan.FromSeconds(10));
        notifier.Shown.Count.ShouldBe(4);
    }

    private TypingSignals Signals(params ITypingNotifier[] notifiers) => new(
        notifiers, Options.Create(new ConversationsOptions()), _clock, NullLogger<TypingSignals>.Instance);

    private sealed class Notifier : ITypingNotifier
    {
        public List<ConversationKey> Shown { get; } = [];
        public bool Throws { get; init; }
        public string ChannelId { get; init; } = "test";

        public Task NotifyAsync(ConversationKey conversation, CancellationToken cancellationToken)
        {
            Shown.Add(conversation);
            return Throws ? throw new InvalidOperationException("gone") : Task.CompletedTask;
        }
    }
}
