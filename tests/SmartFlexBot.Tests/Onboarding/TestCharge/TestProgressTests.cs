using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.TestCharge;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.TestCharge;

public sealed class TestProgressTests
{
    private static readonly WizardStep.TestCharge Running = new("t", IsReady: true, IsStarted: true, Problem: null);

    private readonly InMemoryKraken _kraken = new();

    [Fact]
    public async Task A_test_that_begins_is_told_once_and_looked_at()
    {
        var chat = await AtTestAsync();
        _kraken.Show(Running);

        (await chat.HappenAsync("watch/changed")).ShouldHaveSingleItem().ShouldStartWith(Chat.Start("test.running"));
        (await chat.HappenAsync("watch/changed")).ShouldBeEmpty();

        chat.Effects.Watches.ShouldContainKey((OnboardingWatch.Kind, "A-1/7"));
        chat.Effects.Reminders.Keys.Order()
            .ShouldBe(Shipped.Market.TestCharge.ProgressMinutes.Select(minutes => $"test-progress-{minutes}").Order());
    }

    [Fact]
    public async Task Its_progress_is_told_when_it_is_due_and_when_the_customer_asks()
    {
        var chat = await RunningAsync();
        chat.Time.Advance(TimeSpan.FromMinutes(3));

        (await chat.HappenAsync(TestProgress.EventName)).ShouldHaveSingleItem().ShouldContain("3");
        (await chat.SayAsync("and?")).ShouldHaveSingleItem().ShouldContain("3");
        (await chat.HappenAsync("watch/changed")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0, "test.progress")]
    [InlineData(1, "test.progress.late")]
    public async Task After_twice_its_time_it_is_late(int minutesMore, string key)
    {
        var chat = await RunningAsync();
        chat.Time.Advance(TimeSpan.FromMinutes(2 * Shipped.Market.TestCharge.Minutes + minutesMore));

        (await chat.HappenAsync(TestProgress.EventName)).ShouldHaveSingleItem().ShouldStartWith(Chat.Start(key));
    }

    [Fact]
    public async Task When_it_has_failed_nothing_is_told_of_it_later()
    {
        var chat = await RunningAsync();
        _kraken.Show(Running with { IsStarted = false, Problem = new(Failed: true, ["DEVICE_DISCONNECTED"]) });

        await chat.HappenAsync("watch/changed");

        chat.Effects.Reminders.ShouldBeEmpty();
        (await chat.JourneyAsync()).Test.StartedAt.ShouldBeNull();
    }

    [Fact]
    public async Task The_next_test_is_told_as_the_first_was()
    {
        var chat = await RunningAsync();
        _kraken.Show(Running with { IsStarted = false, Problem = new(Failed: true, ["DEVICE_DISCONNECTED"]) });
        await chat.HappenAsync("watch/changed");
        _kraken.Show(Running);

        (await chat.HappenAsync("watch/changed")).ShouldHaveSingleItem().ShouldStartWith(Chat.Start("test.running"));
    }

    private async Task<Chat> AtTestAsync()
    {
        var chat = new Chat(_kraken);
        chat.Know(Begun);
        _kraken.Show(new WizardStep.TestCharge("t", IsReady: true, IsStarted: false, Problem: null));
        await chat.OpenAsync();
        return chat;
    }

    private async Task<Chat> RunningAsync()
    {
        var chat = await AtTestAsync();
        _kraken.Show(Running);
        await chat.HappenAsync("watch/changed");
        return chat;
    }
}
