using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Watches;

namespace SmartFlexBot.Tests.Conversations.Watches;

public sealed class WatchPolicyTests
{
    [Theory]
    [InlineData(null, "a", false, false, WatchNext.Changed)]
    [InlineData("a", "a", false, false, WatchNext.LookAgain)]
    [InlineData("a", "b", false, false, WatchNext.Changed)]
    [InlineData("a", "b", true, false, WatchNext.ChangedAndEnd)]
    [InlineData("a", "a", true, false, WatchNext.End)]
    [InlineData("a", "b", true, true, WatchNext.ChangedAndEnd)]
    [InlineData("a", "a", true, true, WatchNext.End)]
    [InlineData("a", "b", false, true, WatchNext.Expired)]
    [InlineData("a", "a", false, true, WatchNext.Expired)]
    [InlineData("a", null, false, true, WatchNext.Expired)]
    [InlineData("a", null, false, false, WatchNext.LookAgain)]
    [InlineData(null, null, false, false, WatchNext.LookAgain)]
    internal void What_was_seen_says_what_is_told(string? last, string? seen, bool isFinal, bool isOver, WatchNext expected) =>
        WatchPolicy.Decide(last, seen is null ? null : new WatchReading("d1", seen, isFinal), isOver).ShouldBe(expected);

    [Theory]
    [InlineData(3, true, 60, 0, 3)]
    [InlineData(3, false, 60, 0, 60)]
    [InlineData(90, true, 60, 0, 90)]
    [InlineData(90, false, 60, 0, 90)]
    [InlineData(3, true, 60, 1, 3)]
    [InlineData(3, true, 60, 2, 4)]
    [InlineData(3, true, 60, 3, 8)]
    [InlineData(3, true, 60, 8, 256)]
    [InlineData(3, true, 60, 9, 300)]
    [InlineData(3, true, 60, 1000, 300)]
    [InlineData(3, false, 60, 3, 60)]
    [InlineData(3, false, 60, 7, 128)]
    [InlineData(600, true, 60, 1000, 600)]
    public void Its_pace_is_the_slowest_of_what_was_asked_who_is_there_and_how_often_it_failed(
        int every, bool isHere, int away, int failures, int expected) =>
        WatchPolicy.Pause(TimeSpan.FromSeconds(every), isHere, TimeSpan.FromSeconds(away), failures)
            .ShouldBe(TimeSpan.FromSeconds(expected));
}
