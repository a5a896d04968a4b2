using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Tests.Conversations.Store;

public sealed class BackOffTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(6, 32)]
    [InlineData(7, 60)]
    [InlineData(int.MaxValue, 60)]
    public void Each_failure_doubles_the_pause_up_to_the_longest(int failures, int seconds) =>
        BackOff.After(failures, TimeSpan.FromMinutes(1)).ShouldBe(TimeSpan.FromSeconds(seconds));
}
