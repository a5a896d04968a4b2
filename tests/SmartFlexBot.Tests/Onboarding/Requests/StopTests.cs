using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using static SmartFlexBot.Tests.Onboarding.Chats;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.Requests;

/// <summary>Starting over and stopping, which are asked first.</summary>
public sealed class StopTests
{
    private readonly InMemoryKraken _kraken = new();

    [Fact]
    public async Task Who_starts_over_is_asked_first_and_loses_nothing_by_a_no()
    {
        var chat = await AtConfirmationAsync(_kraken);

        (await chat.SayAsync("start over")).ShouldBe([$"[{Chat.Text("start-over.confirm")}]"]);
        (await chat.SayAsync("no")).ShouldBe([Chat.Text("command.kept"), $"[{Chat.Text("confirm.title")}]"]);

        (await chat.JourneyAsync()).Vehicle.ShouldBe(Tesla);
    }

    [Fact]
    public async Task Who_starts_over_keeps_nothing_but_the_permissions()
    {
        var chat = await AtSignInAsync(_kraken);
        await chat.SayAsync("start over");

        (await chat.PressAsync("yes"))[0].ShouldBe(Chat.Text("start-over.done"));
        (await chat.CommandAsync()).ShouldBe([Chat.Text("devices.ask.Both")]);

        var journey = await chat.JourneyAsync();
        (journey.Vehicle, journey.ChargePoint, journey.DevicesConfirmed, journey.Chosen).ShouldBe((null, null, false, null));
        journey.HasAllConsents.ShouldBeTrue();
        _kraken.Changes.ShouldBe(["cancel"]);
    }

    [Fact]
    public async Task Who_stops_is_asked_first_then_it_ends_and_any_word_goes_on()
    {
        var chat = await AtConfirmationAsync(_kraken);

        (await chat.SayAsync("cancel")).ShouldBe([$"[{Chat.Text("cancel.confirm")}]"]);
        (await chat.SayAsync("yes")).ShouldBe([Chat.Text("cancel.done")]);
        (await chat.JourneyAsync()).End.ShouldBe(JourneyEnd.CancelledByCustomer);
        (await chat.HappenAsync("watch/changed")).ShouldBeEmpty();

        (await chat.SayAsync("hello")).ShouldBe([Chat.Text("ended.resume"), $"[{Chat.Text("confirm.title")}]"]);
        (await chat.JourneyAsync()).Vehicle.ShouldBe(Tesla);
    }

    [Theory]
    [InlineData("hm")]
    [InlineData("why?")]
    public async Task An_answer_that_is_none_leaves_the_question_there(string words)
    {
        var chat = await AtConfirmationAsync(_kraken);
        await chat.SayAsync("cancel");

        (await chat.SayAsync(words)).ShouldBe([$"[{Chat.Text("cancel.confirm")}]"]);

        (await chat.JourneyAsync()).End.ShouldBeNull();
    }

    [Fact]
    public async Task No_is_the_other_button_of_the_question()
    {
        var chat = await AtConfirmationAsync(_kraken);
        await chat.SayAsync("cancel");

        (await chat.PressAsync("no"))[0].ShouldBe(Chat.Text("command.kept"));

        (await chat.JourneyAsync()).End.ShouldBeNull();
    }

    [Fact]
    public async Task After_LIVE_there_is_nothing_to_stop_and_no_question()
    {
        var chat = new Chat(_kraken);
        _kraken.Devices.Add(Device("LIVE"));
        await chat.OpenAsync();

        (await chat.SayAsync("cancel")).ShouldBe([Chat.Text("cancel.live")]);
        (await chat.SayAsync("change"))[0].ShouldBe(Chat.Text("change.registered"));
    }

    [Fact]
    public async Task A_switch_is_cancelled_by_a_person_and_without_one_it_means_to_stop_here()
    {
        var switched = new Chat(_kraken, Shipped.Britain);
        switched.Know(Begun with { Tariff = new() { Switch = new("e-1", "SMART-EV", TariffSwitchState.UnderWay) } });
        _kraken.Show(new WizardStep.Wait("s", WaitReason.Transition));
        await switched.OpenAsync();
        (await switched.SayAsync("cancel the switch")).ShouldBe([Chat.Text("tariff.cancel"), Chat.Text("wait.Transition")]);

        var without = await AtConfirmationAsync(_kraken);
        (await without.SayAsync("cancel the switch")).ShouldBe([$"[{Chat.Text("cancel.confirm")}]"]);
    }
}
