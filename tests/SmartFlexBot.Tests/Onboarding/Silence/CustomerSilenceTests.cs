using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Silence;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.Silence;

public sealed class CustomerSilenceTests
{
    private readonly InMemoryKraken _kraken = new();

    [Fact]
    public async Task A_customer_who_was_asked_is_nudged_once()
    {
        var chat = await AtTestAsync();

        (await chat.HappenAsync(SilenceReminders.Nudge)).ShouldHaveSingleItem().ShouldStartWith(Chat.Start("nudge"));
        (await chat.HappenAsync(SilenceReminders.Nudge)).ShouldBeEmpty();

        (await chat.JourneyAsync()).Nudges.ShouldBe(1);
    }

    [Fact]
    public async Task Who_is_heard_again_can_be_nudged_again()
    {
        var chat = await AtTestAsync();
        await chat.HappenAsync(SilenceReminders.Nudge);
        await chat.SayAsync("hm");

        (await chat.HappenAsync(SilenceReminders.Nudge)).ShouldHaveSingleItem().ShouldStartWith(Chat.Start("nudge"));
    }

    [Fact]
    public async Task The_makers_page_is_waited_for_like_an_answer()
    {
        var chat = new Chat(_kraken);
        chat.Know(Begun);
        _kraken.Show(new WizardStep.AuthFlow("a", new("https://maker.example/authorize?state=x"), null, null));
        await chat.OpenAsync();

        (await chat.HappenAsync(SilenceReminders.Nudge)).ShouldHaveSingleItem().ShouldContain("Tesla Model 3");
    }

    [Fact]
    public async Task Nobody_is_nudged_for_what_Kraken_has_to_do()
    {
        var chat = new Chat(_kraken);
        chat.Know(Begun);
        _kraken.Show(new WizardStep.Wait("s", WaitReason.Transition));
        await chat.OpenAsync();

        (await chat.HappenAsync(SilenceReminders.Nudge)).ShouldBeEmpty();

        (await chat.JourneyAsync()).Nudges.ShouldBe(0);
    }

    [Fact]
    public async Task Each_word_sets_the_clock_anew()
    {
        var chat = await AtTestAsync();
        chat.Time.Advance(TimeSpan.FromHours(5));

        await chat.SayAsync("hm");

        var (settings, now) = (Shipped.Market.Silence, chat.Time.GetUtcNow());
        chat.Effects.Reminders["nudge"].DueAt.ShouldBe(now.AddHours(settings.NudgeAfterHours));
        chat.Effects.Reminders["silence"].DueAt.ShouldBe(now.AddDays(settings.EndAfterDays));
        (await chat.JourneyAsync()).HeardAt.ShouldBe(now);
    }

    [Fact]
    public async Task After_the_markets_time_it_ends_once_and_any_word_goes_on()
    {
        var chat = await AtTestAsync();

        (await chat.HappenAsync(SilenceReminders.End)).ShouldBe([Chat.Start("ended.Silence")]);
        (await chat.HappenAsync(SilenceReminders.End)).ShouldBeEmpty();
        (await chat.HappenAsync(SilenceReminders.Nudge)).ShouldBeEmpty();
        (await chat.JourneyAsync()).End.ShouldBe(JourneyEnd.Silence);

        var said = await chat.SayAsync("hello");
        said.ShouldBe([Chat.Start("ended.resume"), "[A short test charge]"]);
        (await chat.JourneyAsync()).End.ShouldBeNull();
    }

    [Fact]
    public async Task Who_is_LIVE_has_no_end()
    {
        var chat = await AtTestAsync();
        _kraken.Devices.Add(Device("LIVE"));
        await chat.HappenAsync("watch/changed");

        (await chat.HappenAsync(SilenceReminders.End)).ShouldBeEmpty();

        (await chat.JourneyAsync()).End.ShouldBeNull();
    }

    [Theory]
    [InlineData(SilenceReminders.Nudge)]
    [InlineData(SilenceReminders.End)]
    public async Task A_conversation_that_was_left_for_another_one_says_nothing(string reminder)
    {
        var chat = new Chat(_kraken);
        chat.Know(Begun with { TellIn = "directline|c-2" });
        _kraken.Show(new WizardStep.TestCharge("t", IsReady: true, IsStarted: false, Problem: null));
        await chat.OpenAsync();

        (await chat.HappenAsync(reminder)).ShouldBeEmpty();

        var journey = await chat.JourneyAsync();
        (journey.Nudges, journey.End).ShouldBe((0, null));
    }

    private async Task<Chat> AtTestAsync()
    {
        var chat = new Chat(_kraken);
        chat.Know(Begun);
        _kraken.Show(new WizardStep.TestCharge("t", IsReady: true, IsStarted: false, Problem: null));
        await chat.OpenAsync();
        await chat.SayAsync("hm");
        return chat;
    }
}
