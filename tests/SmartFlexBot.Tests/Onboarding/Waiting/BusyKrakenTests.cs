using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Onboarding.Waiting;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.Waiting;

public sealed class BusyKrakenTests
{
    private readonly InMemoryKraken _kraken = new();

    [Fact]
    public async Task Busy_is_said_once_and_tried_again_until_it_works()
    {
        var chat = new Chat(_kraken);
        chat.Know(Agreed);
        _kraken.Refuse(WizardProblemKind.TryLater, times: 3);

        (await chat.OpenAsync()).ShouldContain("One moment, I’m setting things up.");
        (await chat.CommandAsync()).ShouldBe(["Our charging system is busy. I’ll try again in a moment."]);
        for (var time = 0; time < 2; time++)
        {
            chat.Effects.Reminders.ShouldContainKey("try-again");
            (await chat.HappenAsync(TryAgain.EventName)).ShouldNotContain("One moment, I’m setting things up.");
            (await chat.CommandAsync()).ShouldBeEmpty();
        }

        await chat.HappenAsync(TryAgain.EventName);
        await chat.CommandAsync();

        (await chat.JourneyAsync()).Wizard.ShouldNotBeNull();
        _kraken.Changes.ShouldBe(["start"]);
        chat.Effects.Commands.Select(command => command.Key).Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public async Task A_test_that_Kraken_puts_off_is_started_later_without_asking_again()
    {
        var chat = new Chat(_kraken);
        chat.Know(Begun);
        _kraken.Show(new WizardStep.TestCharge("t", IsReady: true, IsStarted: false, Problem: null));
        await chat.OpenAsync();
        await chat.PressAsync("start");
        _kraken.Refuse(WizardProblemKind.TryLater);
        await chat.CommandAsync();
        _kraken.Changes.ShouldBeEmpty();

        await chat.HappenAsync(TryAgain.EventName);
        await chat.CommandAsync();

        _kraken.Changes.ShouldBe(["complete t Done { }"]);
    }

    [Fact]
    public async Task A_test_that_was_not_taken_is_offered_again()
    {
        var chat = new Chat(_kraken);
        chat.Know(Begun);
        _kraken.Show(new WizardStep.TestCharge("t", IsReady: true, IsStarted: false, Problem: null));
        await chat.OpenAsync();
        await chat.PressAsync("start");
        _kraken.Refuse(WizardProblemKind.BadAnswer);

        (await chat.CommandAsync()).ShouldContain("[A short test charge]");
    }

    [Fact]
    public async Task A_refused_start_does_not_go_round()
    {
        var chat = new Chat(_kraken);
        chat.Know(Agreed);
        _kraken.Refuse(WizardProblemKind.BadAnswer);
        await chat.OpenAsync();

        var said = await chat.CommandAsync();

        said[^1].ShouldStartWith("I can’t go on without help here.");
        chat.Effects.Commands.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Another_registration_is_waited_for_and_told_once()
    {
        var chat = new Chat(_kraken);
        chat.Know(Agreed);
        _kraken.Refuse(WizardProblemKind.RegistrationInProgress, times: 2);
        await chat.OpenAsync();

        (await chat.CommandAsync()).ShouldHaveSingleItem().ShouldStartWith("Another device is being registered");
        await chat.HappenAsync(TryAgain.EventName);
        (await chat.CommandAsync()).ShouldBeEmpty();
        await chat.HappenAsync(TryAgain.EventName);
        await chat.CommandAsync();

        _kraken.Changes.ShouldBe(["start"]);
    }

    [Fact]
    public async Task A_refusal_to_read_ends_with_the_next_reading()
    {
        var chat = new Chat(_kraken);
        chat.Know(Begun);
        _kraken.Show(new WizardStep.SelectUserVehicle("s", [Option("1", "One"), Option("2", "Two")]));
        _kraken.Refuse(WizardProblemKind.NotAllowed);

        (await chat.OpenAsync())[^1].ShouldStartWith("I can’t go on without help here.");
        (await chat.SayAsync("hello?"))[^1].ShouldBe("[Which car would you like to connect?]");
    }

    [Fact]
    public async Task A_sign_in_that_comes_back_while_Kraken_is_away_is_used_when_it_answers()
    {
        var chat = new Chat(_kraken);
        chat.Know(Begun);
        _kraken.Show(new WizardStep.AuthFlow("a", new("https://maker.example/authorize?state=x"), null, null));
        await chat.OpenAsync();
        _kraken.Unavailable = true;
        await chat.TurnAsync(OnboardingEvents.Event(OnboardingEvents.SignInReturned), "https://t.example/?code=1&state=x", attempt: 2);
        _kraken.Unavailable = false;

        (await chat.HappenAsync(TryAgain.EventName)).ShouldBe(["Thank you. I’m checking that your sign-in worked."]);
    }

    [Fact]
    public async Task A_message_while_Kraken_is_away_is_answered_and_tried_again()
    {
        var chat = new Chat(_kraken);
        await chat.OpenAsync();
        _kraken.Unavailable = true;
        var hello = new Activity { Type = ActivityTypes.Message, Text = "hello" };

        await Should.ThrowAsync<TenantUnavailableException>(() => chat.TurnAsync(hello, attempt: 0));
        (await chat.TurnAsync(hello, attempt: 2)).ShouldHaveSingleItem().ShouldStartWith("I can’t reach our charging system");

        chat.Effects.Reminders.ShouldContainKey("try-again");
    }

    [Fact]
    public async Task Not_eligible_is_read_again_each_time()
    {
        var chat = new Chat(_kraken);
        _kraken.Eligibility = new(false, []);
        (await chat.OpenAsync())[^1].ShouldStartWith("Smart charging isn’t available for your account");
        _kraken.Eligibility = new(true, [Car, Charger]);

        (await chat.SayAsync("hello"))[^1].ShouldStartWith("Which electric car would you like to connect");
    }
}
