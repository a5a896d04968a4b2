using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.Conversations.Hosting;

namespace SmartFlexBot.Tests.Conversations.Hosting;

/// <summary>The machine's clock is set back under Orleans, whose collector of idle grains then has tickets of the future.</summary>
public sealed class ClockSetBackTests
{
    [Theory]
    [InlineData(30)]
    [InlineData(7200)]
    public async Task New_conversations_are_answered_all_the_same(int seconds)
    {
        var machine = new MachineClock();
        await using var host = await ConversationsHost.StartAsync(
            Bots.Echo, services => services.AddKeyedSingleton<TimeProvider>(SiloSetup.WallClock, machine));
        var before = await host.OpenAsync("before");
        await host.SayAsync(before, "one");
        (await host.TranscriptAsync(before)).ShouldBe(["user: one", "bot: You said one"]);

        machine.SetBack(TimeSpan.FromSeconds(seconds));

        var after = await host.OpenAsync("after");
        await host.SayAsync(after, "two");
        (await host.TranscriptAsync(after)).ShouldBe(["user: two", "bot: You said two"]);
        await host.SayAsync(before, "three");
        (await host.TranscriptAsync(before))[^1].ShouldBe("bot: You said three");
    }

    /// <summary>The system's clock, as somebody may set it; what is measured goes on.</summary>
    private sealed class MachineClock : TimeProvider
    {
        private long _back;

        public void SetBack(TimeSpan span) => Interlocked.Add(ref _back, span.Ticks);

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() - TimeSpan.FromTicks(Interlocked.Read(ref _back));
    }
}
