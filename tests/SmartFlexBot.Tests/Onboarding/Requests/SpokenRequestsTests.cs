using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.Requests;

/// <summary>What a customer may ask for at any time, and what follows it.</summary>
public sealed class SpokenRequestsTests
{
    private readonly InMemoryKraken _kraken = new();

    [Theory]
    [InlineData("it smells of burning", "safety.burning")]
    [InlineData("i smell gas", "safety.gas")]
    [InlineData("got a shock", "safety.shock")]
    [InlineData("no power", "safety.no-power")]
    [InlineData("person", "person")]
    [InlineData("complaint", "complaint")]
    [InlineData("useless", "frustration")]
    public async Task What_a_person_has_to_see_to_is_answered_and_nothing_is_asked_after_it(string words, string key)
    {
        var chat = await AtConfirmationAsync();

        (await chat.SayAsync(words)).ShouldBe([Chat.Text(key)]);
    }

    [Theory]
    [InlineData("help", "help")]
    [InlineData("privacy", "privacy")]
    public async Task What_the_bot_can_tell_is_told_and_the_question_is_shown_again(string words, string key)
    {
        var chat = await AtConfirmationAsync();

        (await chat.SayAsync(words)).ShouldBe([Chat.Text(key), $"[{Chat.Text("confirm.title")}]"]);
    }

    [Theory]
    [InlineData("person", "person")]
    [InlineData("i smell gas", "safety.gas")]
    [InlineData("it smells of burning", "safety.burning")]
    [InlineData("got a shock", "safety.shock")]
    [InlineData("no power", "safety.no-power")]
    [InlineData("complaint", "complaint")]
    public async Task Who_is_not_signed_in_is_helped_where_it_matters(string words, string key)
    {
        var chat = new Chat(_kraken) { Account = null };

        (await chat.SayAsync(words)).ShouldBe([Chat.Text(key)]);
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("status")]
    [InlineData("help")]
    [InlineData("cancel")]
    [InlineData("back")]
    [InlineData("change")]
    [InlineData("start over")]
    [InlineData("withdraw consent")]
    [InlineData("cancel the switch")]
    [InlineData("A-1")]
    public async Task Who_is_not_signed_in_is_sent_to_the_suppliers_page_for_all_else(string words)
    {
        var chat = new Chat(_kraken) { Account = null };

        (await chat.SayAsync(words)).ShouldBe([Chat.Text("signed-out", ("page", Shipped.Market.SignInPage))]);
    }

    [Theory]
    [InlineData("in german", "answer.language")]
    [InlineData("privacy", "answer.data")]
    public async Task What_who_is_not_signed_in_asks_is_answered_beside_the_way_in(string words, string answer)
    {
        var chat = new Chat(_kraken) { Account = null };

        (await chat.SayAsync(words))[^1].ShouldBe(Chat.Text("signed-out", ("page", Shipped.Market.SignInPage)));
        chat.Said[^2].ShouldStartWith(Chat.Start(answer));
    }

    [Fact]
    public async Task Who_is_angry_is_calmed_without_being_signed_in() =>
        (await new Chat(_kraken) { Account = null }.SayAsync("useless")).ShouldBe([Chat.Text("frustration")]);

    [Fact]
    public async Task Nobody_is_told_to_sign_in_because_of_what_happens_by_itself()
    {
        var chat = new Chat(_kraken) { Account = null };

        (await chat.OpenAsync()).ShouldHaveSingleItem();
        (await chat.HappenAsync("webchat/page")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Status_tells_car_charger_and_what_comes_next()
    {
        var chat = await AtConfirmationAsync();

        (await chat.SayAsync("status"))[0].ShouldBe(Chat.Text(
            "status.pre", ("car", "Tesla Model 3 Long Range"), ("charger", "Ohme Home Pro"),
            ("next", Chat.Text("status.next.ConfirmDevices"))));
    }

    [Fact]
    public async Task Status_tells_what_is_not_known_what_there_is_not_and_what_nobody_knows()
    {
        var fresh = new Chat(_kraken);
        await fresh.OpenAsync();
        (await fresh.SayAsync("status"))[0].ShouldBe(Chat.Text(
            "status.pre", ("car", Chat.Text("status.unknown")), ("charger", Chat.Text("status.unknown")),
            ("next", Chat.Text("status.next.AskDevices"))));

        var neither = new Chat(_kraken);
        neither.Know(Fresh with { Vehicle = Unknown, ChargePoint = DeviceAnswer.None });
        await neither.OpenAsync();
        (await neither.SayAsync("status"))[0].ShouldBe(Chat.Text(
            "status.pre", ("car", Chat.Text("confirm.unknown")), ("charger", Chat.Text("confirm.none")),
            ("next", Chat.Text("status.next.OtherDevice"))));
    }

    [Fact]
    public async Task Status_tells_how_a_tariff_switch_stands()
    {
        var chat = new Chat(_kraken, Shipped.Britain);
        chat.Know(Begun with { Tariff = new() { Switch = new("e-1", "SMART-EV", TariffSwitchState.UnderWay) } });
        _kraken.Show(new WizardStep.Wait("s", WaitReason.Transition));
        await chat.OpenAsync();

        (await chat.SayAsync("status"))[1].ShouldBe(Chat.Text("tariff.switch.UnderWay"));
    }

    [Fact]
    public async Task A_switch_in_a_state_that_has_no_words_is_not_told()
    {
        var chat = new Chat(_kraken, Shipped.Britain);
        chat.Know(Begun with { Tariff = new() { Switch = new("e-1", "SMART-EV", TariffSwitchState.Stopped) } });
        _kraken.Show(new WizardStep.Wait("s", WaitReason.Transition));
        await chat.OpenAsync();

        (await chat.SayAsync("status")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Back_takes_one_answer_back_and_asks_for_it_again()
    {
        var chat = await AtConfirmationAsync();
        await chat.PressAsync("yes");

        (await chat.SayAsync("back")).ShouldBe([Chat.Text("back.done"), $"[{Chat.Text("confirm.title")}]"]);
        (await chat.SayAsync("back"))[0].ShouldBe(Chat.Text("back.done"));

        var journey = await chat.JourneyAsync();
        (journey.Vehicle, journey.ChargePoint).ShouldBe((Tesla, null));
        chat.Effects.Commands.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_nothing_can_be_taken_back_it_is_said_so()
    {
        var chat = new Chat(_kraken);
        await chat.OpenAsync();

        (await chat.SayAsync("back")).ShouldBe([Chat.Text("back.not-here"), Chat.Text("devices.ask.Both")]);
    }

    [Fact]
    public async Task Back_while_the_onboarding_waits_cancels_it_first()
    {
        var chat = await AtSignInAsync();

        (await chat.SayAsync("back"))[0].ShouldBe(Chat.Text("back.done"));
        await chat.CommandAsync();

        _kraken.Changes.ShouldBe(["cancel"]);
    }

    [Fact]
    public async Task Change_clears_car_and_charger_and_asks_for_both()
    {
        var chat = await AtConfirmationAsync();

        (await chat.SayAsync("change")).ShouldBe([Chat.Text("change.done"), Chat.Text("devices.ask.Both")]);

        var journey = await chat.JourneyAsync();
        (journey.Vehicle, journey.ChargePoint, journey.DevicesConfirmed, journey.Chosen).ShouldBe((null, null, false, null));
    }

    [Theory]
    [InlineData("change")]
    [InlineData("start over")]
    public async Task A_device_that_is_registered_is_not_changed_here(string words)
    {
        var chat = await AtTestAsync();

        (await chat.SayAsync(words)).ShouldBe([Chat.Text("change.registered"), $"[{Chat.Text("test.title")}]"]);

        (await chat.JourneyAsync()).Vehicle.ShouldBe(Tesla);
        chat.Effects.Commands.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_starts_over_is_asked_first_and_loses_nothing_by_a_no()
    {
        var chat = await AtConfirmationAsync();

        (await chat.SayAsync("start over")).ShouldBe([$"[{Chat.Text("start-over.confirm")}]"]);
        (await chat.SayAsync("no")).ShouldBe([Chat.Text("command.kept"), $"[{Chat.Text("confirm.title")}]"]);

        (await chat.JourneyAsync()).Vehicle.ShouldBe(Tesla);
    }

    [Fact]
    public async Task Who_starts_over_keeps_nothing_but_the_permissions()
    {
        var chat = await AtSignInAsync();
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
        var chat = await AtConfirmationAsync();

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
        var chat = await AtConfirmationAsync();
        await chat.SayAsync("cancel");

        (await chat.SayAsync(words)).ShouldBe([$"[{Chat.Text("cancel.confirm")}]"]);

        (await chat.JourneyAsync()).End.ShouldBeNull();
    }

    [Fact]
    public async Task No_is_the_other_button_of_the_question()
    {
        var chat = await AtConfirmationAsync();
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

        var without = await AtConfirmationAsync();
        (await without.SayAsync("cancel the switch")).ShouldBe([$"[{Chat.Text("cancel.confirm")}]"]);
    }

    [Fact]
    public async Task Withdrawn_permissions_end_it_at_once_and_are_kept_with_the_customers_words()
    {
        var chat = await AtSignInAsync();

        (await chat.SayAsync("withdraw consent")).ShouldBe([Chat.Text("consent.withdrawn")]);

        var journey = await chat.JourneyAsync();
        journey.End.ShouldBe(JourneyEnd.CancelledByCustomer);
        journey.Consents.TakeLast(2).ShouldBe(
        [
            new(ConsentPurpose.DataAndLocation, false, Shipped.Market.ConsentWording, "withdraw consent", Noon),
            new(ConsentPurpose.Control, false, Shipped.Market.ConsentWording, "withdraw consent", Noon),
        ]);
        chat.Effects.Watches.ShouldBeEmpty();
        await chat.CommandAsync();
        _kraken.Changes.ShouldBe(["cancel"]);
    }

    [Fact]
    public async Task What_is_registered_is_disconnected_by_a_person()
    {
        var chat = await AtTestAsync();
        chat.Effects.Watches.ShouldNotBeEmpty();

        (await chat.SayAsync("withdraw consent")).ShouldBe([Chat.Text("consent.withdrawn.device")]);

        chat.Effects.Commands.ShouldBeEmpty();
        chat.Effects.Watches.ShouldBeEmpty();
        (await chat.JourneyAsync()).End.ShouldBe(JourneyEnd.CancelledByCustomer);
    }

    [Theory]
    [InlineData("status")]
    [InlineData("back")]
    [InlineData("change")]
    [InlineData("start over")]
    [InlineData("cancel")]
    [InlineData("withdraw consent")]
    [InlineData("cancel the switch")]
    public async Task Before_the_home_is_known_what_is_about_it_is_no_request(string words)
    {
        _kraken.Properties.Add(new(8, "2 Example Street"));
        var chat = new Chat(_kraken);
        await chat.OpenAsync();

        (await chat.SayAsync(words)).ShouldBe([Chat.Text("option.retry")]);
    }

    [Theory]
    [InlineData("person", "person")]
    [InlineData("help", "help")]
    [InlineData("i smell gas", "safety.gas")]
    public async Task What_is_not_about_the_home_is_answered_before_it_is_known(string words, string key)
    {
        _kraken.Properties.Add(new(8, "2 Example Street"));
        var chat = new Chat(_kraken);
        await chat.OpenAsync();

        (await chat.SayAsync(words))[0].ShouldBe(Chat.Text(key));
    }

    private async Task<Chat> AtConfirmationAsync()
    {
        var chat = new Chat(_kraken);
        chat.Know(Named);
        await chat.OpenAsync();
        return chat;
    }

    private async Task<Chat> AtSignInAsync()
    {
        var chat = new Chat(_kraken);
        chat.Know(Begun);
        _kraken.Show(new WizardStep.AuthFlow("a", new("https://maker.example/authorize?state=x"), null, null));
        await chat.OpenAsync();
        return chat;
    }

    /// <summary>Kraken has the device.</summary>
    private async Task<Chat> AtTestAsync()
    {
        var chat = new Chat(_kraken);
        chat.Know(Begun with { DeviceId = "d-1" });
        _kraken.Devices.Add(Device("ONBOARDING"));
        _kraken.Show(new WizardStep.TestCharge("t", IsReady: true, IsStarted: false, Problem: null), "d-1");
        await chat.OpenAsync();
        return chat;
    }
}
