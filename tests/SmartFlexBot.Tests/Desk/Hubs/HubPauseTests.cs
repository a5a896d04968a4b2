using SmartFlexBot.Desk.Hubs;

namespace SmartFlexBot.Tests.Desk.Hubs;

public sealed class HubPauseTests
{
    [Theory]
    [InlineData(1, 0, 2)]
    [InlineData(2, 0, 4)]
    [InlineData(5, 0, 32)]
    [InlineData(6, 0, 60)]
    [InlineData(1000, 0, 60)]
    [InlineData(1, 30, 30)]
    [InlineData(6, 30, 60)]
    [InlineData(1, 4000, 300)]
    public void Pauses_double_up_to_a_minute_and_the_hubs_own_wish_counts_up_to_five(int attempt, int wish, int pause) =>
        HubPause.After(attempt, TimeSpan.FromSeconds(wish)).ShouldBe(TimeSpan.FromSeconds(pause));
}
