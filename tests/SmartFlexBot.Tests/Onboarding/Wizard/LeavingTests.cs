using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Waiting;
using static SmartFlexBot.Tests.Onboarding.Chats;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.Wizard;

/// <summary>An onboarding that the customer has left is cancelled at Kraken, whatever is under way there and whatever it answers.</summary>
public sealed class LeavingTests
{
    private readonly InMemoryKraken _kraken = new();

    [Fact]
    public async Task A_cancel_that_is_refused_does_not_count_and_the_old_onboarding_is_not_gone_on_with()
    {
        var chat = await AtSignInAsync(_kraken);
        await chat.SayAsync("change");
        _kraken.Refuse(WizardProblemKind.NotAllowed);

        (await chat.CommandAsync()).ShouldHaveSingleItem().ShouldStartWith(Chat.Start("person.needed"));

        var journey = await chat.JourneyAsync();
        (journey.Wizard, journey.Leaving).ShouldBe((new WizardToken("w-1"), new Leaving(WizardProblemKind.NotAllowed, "KT-CT-1")));
        _kraken.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_refused_is_cancelled_once_more_when_the_customer_writes()
    {
        var chat = await AtSignInAsync(_kraken);
        await chat.SayAsync("change");
        _kraken.Refuse(WizardProblemKind.NotAllowed);
        await chat.CommandAsync();

        (await chat.SayAsync("hello?")).ShouldBe([Chat.Start("wait.still")]);
        (await chat.CommandAsync())[^1].ShouldStartWith(Chat.Start("devices.ask.Both"));

        _kraken.Changes.ShouldBe(["cancel"]);
    }

    [Fact]
    public async Task A_busy_Kraken_is_asked_again_and_nothing_is_begun_before_it_has_cancelled()
    {
        var chat = await AtSignInAsync(_kraken);
        await chat.SayAsync("change");
        for (var time = 0; time < 2; time++)
        {
            _kraken.Refuse(WizardProblemKind.TryLater);
            (await chat.CommandAsync()).ShouldBeEmpty();
            chat.Effects.Reminders.ShouldContainKey("try-again");
            await chat.HappenAsync(TryAgain.EventName);
        }

        (await chat.CommandAsync())[^1].ShouldStartWith(Chat.Start("devices.ask.Both"));
        _kraken.Changes.ShouldBe(["cancel"]);
    }

    [Fact]
    public async Task What_is_gone_is_cancelled()
    {
        var chat = await AtSignInAsync(_kraken);
        await chat.SayAsync("change");
        _kraken.Refuse(WizardProblemKind.Gone);
        _kraken.Onboarding = null;

        (await chat.CommandAsync())[^1].ShouldStartWith(Chat.Start("devices.ask.Both"));

        var journey = await chat.JourneyAsync();
        (journey.Wizard, journey.Leaving).ShouldBe((null, null));
    }

    [Fact]
    public async Task A_step_that_moved_on_is_no_answer_and_it_is_not_sent_again_at_once()
    {
        var chat = await AtSignInAsync(_kraken);
        await chat.SayAsync("change");
        _kraken.Refuse(WizardProblemKind.StepMovedOn);

        await chat.CommandAsync();

        chat.Effects.Commands.Count.ShouldBe(1);
        chat.Effects.Reminders.ShouldContainKey("try-again");
        (await chat.JourneyAsync()).Leaving.ShouldNotBeNull();
    }

    [Fact]
    public async Task What_somebody_else_cancels_meanwhile_is_not_cancelled_again()
    {
        var chat = await AtSignInAsync(_kraken);
        await chat.SayAsync("change");
        _kraken.Refuse(WizardProblemKind.TryLater);
        await chat.CommandAsync();
        _kraken.Onboarding = _kraken.Onboarding! with { Current = null, IsCancelled = true };

        (await chat.HappenAsync(TryAgain.EventName))[^1].ShouldStartWith(Chat.Start("devices.ask.Both"));

        (await chat.JourneyAsync()).Leaving.ShouldBeNull();
        chat.Effects.Commands.Count.ShouldBe(1);
    }

    [Fact]
    public async Task LIVE_is_told_though_its_onboarding_could_not_be_cancelled()
    {
        var chat = await AtSignInAsync(_kraken);
        await chat.SayAsync("change");
        _kraken.Refuse(WizardProblemKind.NotAllowed);
        await chat.CommandAsync();
        _kraken.Devices.Add(Device("LIVE"));

        (await chat.HappenAsync("watch/changed")).ShouldHaveSingleItem().ShouldStartWith($"[{Chat.Start("live.title")}");
    }

    [Fact]
    public async Task What_is_stopped_while_it_starts_is_cancelled_as_soon_as_it_is_there()
    {
        var chat = await StartingAsync();
        await chat.SayAsync("cancel");
        await chat.SayAsync("yes");

        (await chat.CommandAsync()).ShouldBeEmpty();
        (await chat.CommandAsync()).ShouldBeEmpty();

        _kraken.Changes.ShouldBe(["start", "cancel"]);
        var journey = await chat.JourneyAsync();
        (journey.End, journey.Wizard, journey.Leaving, journey.Pending).ShouldBe((JourneyEnd.CancelledByCustomer, null, null, null));
    }

    [Fact]
    public async Task Permissions_that_are_withdrawn_while_it_starts_end_it()
    {
        var chat = await StartingAsync();

        await chat.SayAsync("withdraw consent");
        await chat.CommandAsync();
        await chat.CommandAsync();

        _kraken.Changes.ShouldBe(["start", "cancel"]);
        (await chat.JourneyAsync()).HasAllConsents.ShouldBeFalse();
    }

    [Theory]
    [InlineData("start over")]
    [InlineData("change")]
    [InlineData("back")]
    public async Task Who_goes_elsewhere_while_it_starts_begins_anew_when_it_is_cancelled(string request)
    {
        var chat = await StartingAsync();
        await chat.SayAsync(request);
        if (request == "start over")
        {
            await chat.SayAsync("yes");
        }

        (await chat.CommandAsync()).ShouldBeEmpty();
        (await chat.CommandAsync()).ShouldHaveSingleItem();

        _kraken.Changes.ShouldBe(["start", "cancel"]);
        chat.Memory.IsOpen.ShouldBeTrue();
    }

    [Theory]
    [InlineData(WizardProblemKind.TryLater)]
    [InlineData(WizardProblemKind.NotAllowed)]
    public async Task What_could_not_start_has_not_to_be_cancelled(WizardProblemKind kind)
    {
        var chat = await StartingAsync();
        await chat.SayAsync("cancel");
        await chat.SayAsync("yes");
        _kraken.Refuse(kind);

        (await chat.CommandAsync()).ShouldBeEmpty();

        chat.Effects.Commands.Count.ShouldBe(1);
        var journey = await chat.JourneyAsync();
        (journey.Leaving, journey.Refused, journey.End).ShouldBe((null, null, JourneyEnd.CancelledByCustomer));
    }

    [Fact]
    public async Task Stopping_twice_cancels_once()
    {
        var chat = await AtSignInAsync(_kraken);
        await chat.SayAsync("withdraw consent");
        await chat.SayAsync("withdraw consent");

        chat.Effects.Commands.Count.ShouldBe(1);
    }

    /// <summary>The command that starts the onboarding is under way.</summary>
    private async Task<Chat> StartingAsync()
    {
        var chat = new Chat(_kraken);
        chat.Know(Agreed);
        await chat.OpenAsync();
        return chat;
    }
}
