using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Onboarding.Flow;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Onboarding.Waiting;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.Flow;

/// <summary>Kraken cannot be read: the runtime tries again, then the customer is told, and what they said is not lost.</summary>
public sealed class UnavailableTests
{
    private static readonly WizardStep Test = new WizardStep.TestCharge("t", IsReady: true, IsStarted: false, Problem: null);

    private readonly InMemoryKraken _kraken = new();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task The_first_tries_are_the_runtimes_and_say_nothing(int attempt)
    {
        var chat = await AtTestAsync();
        _kraken.Unavailable = true;

        await Should.ThrowAsync<TenantUnavailableException>(() => chat.TurnAsync(Message("yes"), attempt: attempt));

        chat.Effects.Commands.ShouldBeEmpty();
    }

    [Fact]
    public async Task Then_who_wrote_is_told_and_it_is_tried_again_in_a_moment()
    {
        var chat = await AtTestAsync();
        _kraken.Unavailable = true;

        (await chat.TurnAsync(Message("yes"), attempt: 2)).ShouldBe([Chat.Text("tenant.unavailable")]);

        chat.Effects.Reminders["try-again"].DueAt.ShouldBe(Noon.AddSeconds(20));
    }

    [Fact]
    public async Task Who_has_waited_two_seconds_is_told_at_once()
    {
        var chat = await AtTestAsync();
        _kraken.Unavailable = true;
        _kraken.WhileReading = () => chat.Time.Advance(TimeSpan.FromSeconds(1.9));
        await Should.ThrowAsync<TenantUnavailableException>(() => chat.TurnAsync(Message("yes"), attempt: 0));

        _kraken.WhileReading = () => chat.Time.Advance(TimeSpan.FromSeconds(2));
        (await chat.TurnAsync(Message("yes"), attempt: 0)).ShouldBe([Chat.Text("tenant.unavailable")]);
    }

    [Fact]
    public async Task What_happens_by_itself_is_tried_again_without_a_word()
    {
        var chat = await AtTestAsync();
        _kraken.Unavailable = true;

        (await chat.TurnAsync(OnboardingEvents.Event("watch/changed"), attempt: 2)).ShouldBeEmpty();

        chat.Effects.Reminders.ShouldContainKey("try-again");
    }

    [Fact]
    public async Task An_answer_that_could_not_be_used_is_used_when_Kraken_can_be_read_again()
    {
        var chat = await AtTestAsync();
        _kraken.Unavailable = true;
        await chat.TurnAsync(Message("yes"), attempt: 2);
        _kraken.Unavailable = false;

        (await chat.HappenAsync(TryAgain.EventName)).ShouldBe([Chat.Text("wait.StartTest")]);

        chat.Effects.Commands.ShouldHaveSingleItem();
        chat.Memory.Unheard.ShouldBeNull();
        (await chat.HappenAsync(TryAgain.EventName)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_that_was_used_before_Kraken_went_away_is_not_used_again()
    {
        var chat = new Chat(_kraken);
        chat.Know(Confirmed);
        await chat.OpenAsync();
        var reads = 0;
        _kraken.WhileReading = () => _kraken.Unavailable = ++reads > 1;
        var both = new System.Text.Json.Nodes.JsonObject
        {
            ["card"] = chat.CardToken,
            ["do"] = "consent",
            ["data"] = "true",
            ["control"] = "true",
        };

        (await chat.TurnAsync(new Activity { Type = ActivityTypes.Message, Value = both }, attempt: 2)).ShouldBe(
            [Chat.Text("tenant.unavailable")]);
        chat.Memory.Unheard.ShouldBeNull();
        (_kraken.WhileReading, _kraken.Unavailable) = (() => { }, false);

        (await chat.HappenAsync(TryAgain.EventName)).ShouldBe([Chat.Text("wait.Start")]);
        (await chat.JourneyAsync()).Consents.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_answer_of_earlier_that_means_nothing_asks_again()
    {
        var chat = await AtTestAsync();
        _kraken.Unavailable = true;
        await chat.TurnAsync(Message("hm"), attempt: 2);
        _kraken.Unavailable = false;

        (await chat.HappenAsync(TryAgain.EventName)).ShouldBe([Chat.Text("test.retry")]);
        (await chat.SayAsync("yes")).ShouldBe([Chat.Text("wait.StartTest")]);
    }

    [Fact]
    public async Task A_button_counts_more_than_what_was_typed_after_it_and_the_last_words_more_than_the_first()
    {
        var chat = await AtTestAsync();
        var button = new Activity
        {
            Type = ActivityTypes.Message,
            Value = new System.Text.Json.Nodes.JsonObject { ["card"] = chat.CardToken, ["do"] = "later" },
        };
        _kraken.Unavailable = true;
        await chat.TurnAsync(Message("hm"), attempt: 2);
        await chat.TurnAsync(button, attempt: 2);
        await chat.TurnAsync(Message("hello?"), attempt: 2);
        chat.Memory.Unheard!.Do.ShouldBe("later");
        _kraken.Unavailable = false;

        (await chat.HappenAsync(TryAgain.EventName)).ShouldBe([Chat.Text("test.later.text")]);
    }

    [Fact]
    public async Task An_account_that_cannot_be_opened_is_said_to_be_so()
    {
        var chat = new Chat(_kraken);
        _kraken.Unreadable = true;

        (await chat.OpenAsync()).ShouldBe([Chat.Text("account.unreadable")]);
    }

    [Theory]
    [InlineData(ActivityTypes.Message, true)]
    [InlineData(ActivityTypes.Event, false)]
    public void Only_who_wrote_is_told_that_it_takes_long_or_has_failed(string type, bool isTold)
    {
        var fallback = new OnboardingFallback(Shipped.Texts, Shipped.Market);
        var (activity, origin) = (new Activity { Type = type }, new ConversationOrigin("u-1", "Ada", "A-1", "de"));
        var state = new TurnState([]);

        fallback.StillChecking(activity, origin, state)?.Text.ShouldBe(Shipped.Texts.Get("de", "still-checking"));
        fallback.Failed(activity, origin, state)?.Text.ShouldBe(Shipped.Texts.Get("de", "failed"));
        (fallback.Failed(activity, origin, state) is not null, fallback.StillChecking(activity, origin, state) is not null).ShouldBe(
            (isTold, isTold));

        (ConversationMemory.Of(state) with { Locale = "fr" }).Save(state);
        fallback.Failed(new Activity { Type = ActivityTypes.Message }, origin, state)!.Text.ShouldBe(Shipped.Texts.Get("fr", "failed"));
    }

    [Fact]
    public async Task What_cannot_be_read_as_an_answer_says_why_and_leaves_the_question()
    {
        var chat = await AtTestAsync();

        (await chat.SayAsync(new string('x', Reply.MaximumLength + 1))).ShouldBe([Chat.Text("too-long")]);
        (await chat.SayAsync(new string('x', Reply.MaximumLength))).ShouldBe([Chat.Text("test.retry")]);
        (await chat.TurnAsync(new Activity { Type = ActivityTypes.Message, Attachments = [new() { ContentType = "image/png" }] })).ShouldBe(
            [Chat.Text("file")]);
        (await chat.TurnAsync(new Activity { Type = ActivityTypes.Message, Text = " " })).ShouldBe([Chat.Text("test.retry")]);

        (await chat.SayAsync(" yes ")).ShouldBe([Chat.Text("wait.StartTest")]);
    }

    private async Task<Chat> AtTestAsync()
    {
        var chat = new Chat(_kraken);
        chat.Know(Begun with { DeviceId = "d-1" });
        _kraken.Show(Test, "d-1");
        await chat.OpenAsync();
        return chat;
    }

    private static Activity Message(string text) => new() { Type = ActivityTypes.Message, Text = text };
}
