using Microsoft.Extensions.Time.Testing;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Watches;

namespace SmartFlexBot.Tests.Conversations.Watches;

public sealed class PresenceTests
{
    private static readonly ConversationKey One = new("test", "one");
    private static readonly ConversationKey Other = new("test", "other");

    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void Who_was_heard_of_is_here_for_two_minutes()
    {
        var presence = new Presence(_clock);
        presence.IsHere(One).ShouldBeFalse();

        presence.Arrived(One).ShouldBeTrue("they were not here before");
        presence.IsHere(One).ShouldBeTrue();
        presence.IsHere(Other).ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(119));
        presence.IsHere(One).ShouldBeTrue();
        presence.Arrived(One).ShouldBeFalse("they were here all along");
        _clock.Advance(TimeSpan.FromSeconds(120));
        presence.IsHere(One).ShouldBeFalse();
        presence.Arrived(One).ShouldBeTrue("they are back");
    }

    [Fact]
    public void Who_left_is_forgotten_and_who_is_here_is_not()
    {
        var presence = new Presence(_clock);
        presence.Arrived(One);
        _clock.Advance(TimeSpan.FromMinutes(1));
        presence.Arrived(Other);
        presence.Forget();
        presence.Known.ShouldBe(2);
        _clock.Advance(TimeSpan.FromMinutes(1));

        presence.Forget();

        presence.Known.ShouldBe(1);
        presence.IsHere(Other).ShouldBeTrue();
    }
}
