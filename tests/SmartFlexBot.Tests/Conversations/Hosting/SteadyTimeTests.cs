using SmartFlexBot.Conversations.Hosting;

namespace SmartFlexBot.Tests.Conversations.Hosting;

public sealed class SteadyTimeTests
{
    private static readonly DateTimeOffset Nine = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly SettableClock _wall = new(Nine);
    private readonly SteadyTime _steady;

    public SteadyTimeTests() => _steady = new SteadyTime(_wall);

    [Fact]
    public void It_is_the_wall_clock_while_that_goes_on_or_is_set_forward()
    {
        _wall.Advance(TimeSpan.FromMinutes(1));
        _steady.GetUtcNow().ShouldBe(Nine.AddMinutes(1));

        _wall.SetForward(TimeSpan.FromHours(3));
        _steady.GetUtcNow().ShouldBe(Nine.AddHours(3).AddMinutes(1));
    }

    [Theory]
    [InlineData(30)]
    [InlineData(7200)]
    public void It_never_goes_back_and_is_caught_up_with(int seconds)
    {
        _wall.SetBack(TimeSpan.FromSeconds(seconds));

        _steady.GetUtcNow().ShouldBe(Nine);
        for (var passed = 1; passed <= seconds; passed++)
        {
            _wall.Advance(TimeSpan.FromSeconds(1));
            _steady.GetUtcNow().ShouldBe(Nine.AddSeconds(passed / 2.0));
        }

        _wall.Advance(TimeSpan.FromSeconds(seconds));
        _steady.GetUtcNow().ShouldBe(_wall.GetUtcNow());
    }

    [Fact]
    public void What_is_measured_is_not_touched_by_the_clock_being_set()
    {
        var begun = _steady.GetTimestamp();
        _wall.SetBack(TimeSpan.FromHours(2));
        _wall.Advance(TimeSpan.FromSeconds(5));

        _steady.GetElapsedTime(begun).ShouldBe(TimeSpan.FromSeconds(5));
    }
}
