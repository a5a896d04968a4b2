using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Waiting;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.TestCharge;

/// <summary>The test charge is offered, put off, started on a clear word, and mended when it failed.</summary>
public sealed class TestQuestionsTests
{
    private static readonly WizardStep.TestCharge Ready = new("t", IsReady: true, IsStarted: false, Problem: null);
    private static readonly WizardStep.TestCharge Failed = Ready with { Problem = new(Failed: true, ["DEVICE_DISCONNECTED"]) };

    private readonly InMemoryKraken _kraken = new();

    [Fact]
    public async Task The_card_says_how_long_it_takes_and_what_to_check()
    {
        var chat = await AtAsync(Ready);

        string[] words = [Chat.Text("test.text", ("minutes", Shipped.Market.TestCharge.Minutes)), Chat.Text("test.check.home"),
            Chat.Text("test.check.plugged"), Chat.Text("test.check.room"), Chat.Text("test.check.timers")];
        var shown = chat.CardTexts.SelectMany(text => text.Split('\n')).Select(text => text.TrimStart('-', ' '));
        words.Except(shown).ShouldBeEmpty(string.Join('\n', chat.CardTexts));
        chat.Effects.Watches.ShouldContainKey((OnboardingWatch.Kind, "A-1/7"));
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("start test charge")]
    public async Task A_clear_word_starts_it_once(string words)
    {
        var chat = await AtAsync(Ready);

        (await chat.SayAsync(words)).ShouldBe([Chat.Text("wait.StartTest")]);
        (await chat.CommandAsync()).ShouldBe([Chat.Text("wait.Transition")]);

        _kraken.Changes.ShouldBe(["complete t Done { }"]);
        (await chat.JourneyAsync()).Test.AgreedForStep.ShouldBe("t");
    }

    [Theory]
    [InlineData("hm")]
    [InlineData("done")]
    [InlineData("if you say so")]
    public async Task Anything_else_is_asked_again(string words)
    {
        var chat = await AtAsync(Ready);

        (await chat.SayAsync(words)).ShouldBe([Chat.Text("test.retry")]);

        chat.Effects.Commands.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("later")]
    [InlineData("no")]
    public async Task It_can_be_put_off_and_is_started_by_go_on(string words)
    {
        var chat = await AtAsync(Ready);

        (await chat.SayAsync(words)).ShouldBe([Chat.Text("test.later.text")]);
        (await chat.HappenAsync("watch/changed")).ShouldBeEmpty();
        await chat.SayAsync("go on");

        chat.Effects.Commands.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Who_says_something_else_after_later_is_shown_the_card_again()
    {
        var chat = await AtAsync(Ready);
        await chat.PressAsync("later");

        (await chat.SayAsync("hello")).ShouldBe([$"[{Chat.Text("test.title")}]"]);
        (await chat.SayAsync("later")).ShouldBe([Chat.Text("test.later.text")]);
        (await chat.SayAsync("later")).ShouldBe([Chat.Text("test.later.text")]);

        chat.Effects.Commands.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_failure_says_its_reason_and_one_thing_to_do()
    {
        var chat = await AtAsync(Failed);

        chat.Said[^1].ShouldBe($"[{Chat.Text("test.mend.title")}]");
        chat.CardTexts.ShouldContain(Chat.Text("reason.DEVICE_DISCONNECTED"));
        chat.CardTexts.ShouldNotContain(Chat.Text("test.person"));
        chat.CardTexts.ShouldNotContain(Chat.Text("key.button"));
    }

    [Fact]
    public async Task A_reason_that_has_no_words_is_said_to_be_unknown()
    {
        var chat = await AtAsync(Failed with { Problem = new(Failed: false, ["BRAND_NEW_REASON"]) });

        chat.Said[^1].ShouldBe($"[{Chat.Text("test.mend.refused.title")}]");
        chat.CardTexts.ShouldContain(Chat.Text("reason.UNKNOWN"));
    }

    [Theory]
    [InlineData("done")]
    [InlineData("try again")]
    [InlineData("yes")]
    public async Task It_is_tried_again_on_a_word(string words)
    {
        var chat = await AtAsync(Failed);
        (await chat.SayAsync("hm")).ShouldBe([Chat.Text("test.mend.retry")]);

        await chat.SayAsync(words);
        await chat.CommandAsync();

        _kraken.Changes.ShouldBe(["complete t Done { }"]);
        var test = (await chat.JourneyAsync()).Test;
        (test.RetriedReason, test.RetriedFailure, test.RetriesOfSameReason).ShouldBe(
            ("DEVICE_DISCONNECTED", "t:failed:DEVICE_DISCONNECTED", 1));
    }

    [Fact]
    public async Task A_failure_can_wait_as_well()
    {
        var chat = await AtAsync(Failed);

        (await chat.SayAsync("later")).ShouldBe([Chat.Text("test.later.text")]);

        chat.Effects.Commands.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_failure_twice_offers_a_person_and_another_reason_begins_to_count_anew()
    {
        var chat = await AtAsync(Failed);
        await chat.PressAsync("start");
        await chat.CommandAsync();
        _kraken.Show(Ready with { IsStarted = true });
        await chat.HappenAsync("watch/changed");
        _kraken.Show(Failed);
        await chat.HappenAsync("watch/changed");
        chat.CardTexts.ShouldContain(Chat.Text("test.person"));

        (await chat.PressAsync("person")).ShouldBe([Chat.Text("person"), Chat.Text("test.mend.retry")]);
        await chat.PressAsync("start");
        (await chat.JourneyAsync()).Test.RetriesOfSameReason.ShouldBe(2);

        await chat.CommandAsync();
        _kraken.Show(Ready with { IsStarted = true });
        await chat.HappenAsync("watch/changed");
        _kraken.Show(Failed with { Problem = new(Failed: true, ["SOC_LIMIT_REACHED"]) });
        await chat.HappenAsync("watch/changed");
        chat.CardTexts.ShouldNotContain(Chat.Text("test.person"));
        await chat.PressAsync("start");
        (await chat.JourneyAsync()).Test.RetriesOfSameReason.ShouldBe(1);
    }

    [Fact]
    public async Task A_refusal_to_start_is_told_with_its_reason()
    {
        var chat = await AtAsync(Ready);
        await chat.PressAsync("start");
        _kraken.Refuse(WizardProblemKind.NotReady, times: 1, "DEVICE_AWAY_FROM_HOME");

        (await chat.CommandAsync())[^1].ShouldBe($"[{Chat.Text("test.mend.refused.title")}]");

        chat.CardTexts.ShouldContain(Chat.Text("reason.DEVICE_AWAY_FROM_HOME"));
        (await chat.JourneyAsync()).Test.AgreedForStep.ShouldBeNull();
    }

    [Fact]
    public async Task Busy_starts_nothing_before_it_is_tried_again()
    {
        var chat = await AtAsync(Ready);
        await chat.PressAsync("start");
        _kraken.Refuse(WizardProblemKind.TryLater);

        (await chat.CommandAsync()).ShouldBe([Chat.Text("refused.TryLater")]);

        chat.Effects.Reminders["try-again"].DueAt.ShouldBe(Noon.AddSeconds(20));
        (await chat.JourneyAsync()).Test.AgreedInAdvance.ShouldBeTrue();
        chat.Effects.Reminders["try-again"].Activity.Name.ShouldBe(TryAgain.EventName);
    }

    private async Task<Chat> AtAsync(WizardStep step)
    {
        var chat = new Chat(_kraken);
        chat.Know(Begun with { DeviceId = "d-1" });
        _kraken.Show(step, "d-1");
        await chat.OpenAsync();
        return chat;
    }
}
