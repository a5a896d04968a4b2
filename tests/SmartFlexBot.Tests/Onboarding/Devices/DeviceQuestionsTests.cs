using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.Devices;

/// <summary>Car and charger in the customer's own words, a list where they fit several, one card that says what was understood.</summary>
public sealed class DeviceQuestionsTests
{
    private readonly InMemoryKraken _kraken = new();

    [Theory]
    [InlineData("a Tesla Model Y", "devices.ask.ChargePoint")]
    [InlineData("an Ohme Home Pro", "devices.ask.Vehicle")]
    [InlineData("no charger", "devices.ask.Vehicle")]
    [InlineData("I have no electric car", "devices.ask.ChargePoint")]
    public async Task What_is_missing_is_asked_for(string words, string key)
    {
        var chat = await OpenAsync();

        (await chat.SayAsync(words)).ShouldBe([Chat.Text(key)]);
    }

    [Fact]
    public async Task The_first_words_of_a_conversation_are_the_answer_already()
    {
        var chat = new Chat(_kraken);

        (await chat.SayAsync("Kia EV6 and an Ohme Home Pro"))[^1].ShouldBe($"[{Chat.Text("confirm.title")}]");

        var journey = await chat.JourneyAsync();
        journey.Vehicle.ShouldBe(new("Kia", "EV6", Words: "Kia EV6", BatterySize: 77, VariantId: "v-ev6"));
        journey.ChargePoint.ShouldBe(new("Ohme", "Home Pro", Words: "Ohme Home Pro", PowerInKw: 7.4m, VariantId: "v-ohme"));
    }

    [Fact]
    public async Task What_is_not_found_is_asked_for_as_it_stands_on_the_device()
    {
        var chat = await OpenAsync();

        (await chat.SayAsync("hm")).ShouldBe([Chat.Text("devices.retry")]);
        (await chat.SayAsync("what do you mean?")).ShouldBe([Chat.Text("answer.car-or-charger"), Chat.Text("open.AskDevices")]);
    }

    [Fact]
    public async Task A_make_alone_is_asked_for_its_model_and_of_several_a_list_is_shown()
    {
        var chat = await OpenAsync();

        (await chat.SayAsync("a Tesla and no charger")).ShouldBe([$"[{Chat.Text("devices.offers.title")}]"]);
        chat.Elements.Where(element => element["choice"] is not null)
            .Select(element => ((string?)element["title"], (string?)element["choice"])).ShouldBe(
            [("Tesla Model 3 Long Range", "0"), ("Tesla Model Y", "1"), (Chat.Text("devices.offers.none"), "none-of-these")]);

        (await chat.PressAsync("choose", "1")).ShouldBe([$"[{Chat.Text("confirm.title")}]"]);
        (await chat.JourneyAsync()).Vehicle.ShouldBe(new("Tesla", "Model Y", BatterySize: 75, VariantId: "v-y"));
        chat.Memory.Offers.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("the second one", "Model Y")]
    [InlineData("long range", "Model 3 Long Range")]
    public async Task One_of_the_list_can_be_typed(string words, string model)
    {
        var chat = await OpenAsync();
        await chat.SayAsync("a Tesla and no charger");

        await chat.SayAsync(words);

        (await chat.JourneyAsync()).Vehicle!.Model.ShouldBe(model);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("7")]
    [InlineData("x")]
    public async Task What_is_not_in_the_list_is_not_taken(string choice)
    {
        var chat = await OpenAsync();
        await chat.SayAsync("a Tesla and no charger");

        (await chat.PressAsync("choose", choice)).ShouldBe([$"[{Chat.Text("devices.offers.title")}]"]);

        (await chat.JourneyAsync()).Vehicle!.Model.ShouldBeNull();
    }

    [Fact]
    public async Task None_of_these_cannot_be_connected_whatever_it_is()
    {
        var chat = await OpenAsync();
        await chat.SayAsync("a Tesla and no charger");

        (await chat.PressAsync("choose", "none-of-these")).ShouldBe([$"[{Chat.Text("cannot.title.make", ("make", "Tesla"))}]"]);

        chat.Memory.Offers.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_list_the_words_of_its_last_button_mean_nothing()
    {
        var chat = await OpenAsync();

        (await chat.SayAsync("none of these")).ShouldBe([Chat.Text("devices.retry")]);
    }

    [Theory]
    [InlineData("no")]
    [InlineData("nope, none")]
    public async Task A_no_to_which_charger_is_that_there_is_none(string words)
    {
        var chat = new Chat(_kraken);
        chat.Know(Fresh with { Vehicle = Tesla });
        await chat.OpenAsync();

        (await chat.SayAsync(words)).ShouldBe([$"[{Chat.Text("confirm.title")}]"]);

        (await chat.JourneyAsync()).ChargePoint.ShouldNotBeNull().IsNone.ShouldBeTrue();
    }

    [Fact]
    public async Task The_model_is_asked_for_by_the_make_of_what_is_missing()
    {
        var car = new Chat(_kraken);
        car.Know(Fresh with { Vehicle = new("Kia"), ChargePoint = Ohme });
        (await car.OpenAsync())[^1].ShouldBe(Chat.Text("devices.ask.VehicleModel", ("make", "Kia")));

        var charger = new Chat(_kraken);
        charger.Know(Fresh with { Vehicle = Tesla, ChargePoint = new("Zappi") });
        (await charger.OpenAsync())[^1].ShouldBe(Chat.Text("devices.ask.ChargePointModel", ("make", "Zappi")));
    }

    [Fact]
    public async Task An_unknown_brand_is_kept_in_the_customers_words()
    {
        var chat = await OpenAsync();
        await chat.SayAsync("no charger");

        await chat.SayAsync("an electric motorbike");

        (await chat.JourneyAsync()).Vehicle.ShouldBe(new(Make: null, IsUnknown: true, Words: "an electric motorbike"));
    }

    [Fact]
    public async Task The_card_says_what_was_understood_and_why_which_device_is_the_better_one()
    {
        var chat = await OpenAsync(Named);

        string[] facts = [Chat.Text("confirm.propose.ElectricVehicle"), Chat.Text("confirm.reason.CarTellsBatteryLevel"),
            Chat.Text("confirm.other.ChargePoint"), "Tesla Model 3 Long Range (75 kWh battery)", "Ohme Home Pro (7.4 kW)"];
        facts.Except(chat.CardTexts).ShouldBeEmpty(string.Join('\n', chat.CardTexts));
    }

    [Fact]
    public async Task Where_there_is_nothing_to_choose_nothing_else_is_offered()
    {
        var chat = await OpenAsync(Named with { ChargePoint = DeviceAnswer.None, Vehicle = Kia });

        chat.CardTexts.ShouldContain(Chat.Text("confirm.none"));
        chat.CardTexts.ShouldContain("Kia EV6");
        chat.CardTexts.ShouldNotContain(Chat.Text("confirm.other.ChargePoint"));
        (await chat.PressAsync("other")).ShouldBe([Chat.Text("confirm.retry")]);
        (await chat.JourneyAsync()).DevicesConfirmed.ShouldBeFalse();
    }

    [Fact]
    public async Task A_brand_that_nobody_knows_is_not_on_our_list()
    {
        var chat = await OpenAsync(Named with { ChargePoint = Unknown });

        chat.CardTexts.ShouldContain(Chat.Text("confirm.unknown"));
    }

    [Theory]
    [InlineData("yes", Car)]
    [InlineData("Yes, that’s right", Car)]
    [InlineData("ok", Car)]
    [InlineData("connect the charger", Charger)]
    public async Task What_is_confirmed_is_connected(string words, DeviceKind kind)
    {
        var chat = await OpenAsync(Named);

        (await chat.SayAsync(words)).ShouldBe([$"[{Chat.Text("consent.title")}]"]);

        var journey = await chat.JourneyAsync();
        (journey.DevicesConfirmed, journey.Chosen).ShouldBe((true, kind));
    }

    [Theory]
    [InlineData("yes", Car)]
    [InlineData("other", Charger)]
    public async Task Each_button_does_what_it_says(string button, DeviceKind kind)
    {
        var chat = await OpenAsync(Named);

        await chat.PressAsync(button);

        (await chat.JourneyAsync()).Chosen.ShouldBe(kind);
    }

    [Fact]
    public async Task Where_the_charger_is_the_better_one_the_car_is_the_other()
    {
        var chat = await OpenAsync(Named with { Vehicle = Kia });
        chat.CardTexts.ShouldContain(Chat.Text("confirm.other.ElectricVehicle"));

        await chat.PressAsync("other");

        (await chat.JourneyAsync()).Chosen.ShouldBe(Car);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_no_asks_for_both_again(bool isTyped)
    {
        var chat = await OpenAsync(Named);

        (await (isTyped ? chat.SayAsync("no") : chat.PressAsync("change"))).ShouldBe([Chat.Text("devices.ask.Both")]);

        var journey = await chat.JourneyAsync();
        (journey.Vehicle, journey.ChargePoint).ShouldBe((null, null));
    }

    [Fact]
    public async Task A_correction_is_heard_before_yes_and_no_are()
    {
        var chat = await OpenAsync(Named);

        (await chat.SayAsync("no, it's a Kia EV6")).ShouldBe([$"[{Chat.Text("confirm.title")}]"]);

        var journey = await chat.JourneyAsync();
        (journey.Vehicle!.Model, journey.ChargePoint).ShouldBe(("EV6", Ohme));
    }

    [Fact]
    public async Task Words_that_fit_several_take_the_answer_back_and_show_the_list()
    {
        var chat = await OpenAsync(Named);

        (await chat.SayAsync("no, a Tesla")).ShouldBe([$"[{Chat.Text("devices.offers.title")}]"]);

        (await chat.JourneyAsync()).Vehicle!.Model.ShouldBeNull();
    }

    [Fact]
    public async Task What_means_nothing_asks_for_a_button()
    {
        var chat = await OpenAsync(Named);

        (await chat.SayAsync("hm")).ShouldBe([Chat.Text("confirm.retry")]);

        (await chat.JourneyAsync()).Vehicle.ShouldBe(Tesla);
    }

    [Fact]
    public async Task Nothing_to_connect_is_noted_and_what_is_named_later_is_heard()
    {
        var neither = await OpenAsync(Fresh with { Vehicle = DeviceAnswer.None, ChargePoint = DeviceAnswer.None });
        neither.Said[^1].ShouldBe(Chat.Text("devices.none"));
        neither.Effects.Events.ShouldBeEmpty();

        var chat = await OpenAsync(Fresh with { Vehicle = Unknown with { IsSetAside = true }, ChargePoint = DeviceAnswer.None });
        chat.Said[^1].ShouldBe(Chat.Text("devices.nothing"));
        chat.Effects.Events.Select(noted => (noted.Name, noted.Key)).ShouldBe(
            [("journey.wish", "journey.wish/A-1/7/devices.nothing/")]);

        (await chat.SayAsync("now I have a Kia EV6")).ShouldBe([$"[{Chat.Text("confirm.title")}]"]);

        (await chat.JourneyAsync()).Kind.ShouldBe(Car);
    }

    [Fact]
    public async Task Kinds_are_offered_with_car_and_charger_as_one_and_another_kind_has_its_own_way()
    {
        _kraken.Eligibility = new(true, [Charger, Car, DeviceKind.HeatPump]);
        var chat = await OpenAsync();
        chat.Elements.Where(element => element["choice"] is not null).Select(element => (string?)element["choice"]).Distinct().ShouldBe(
            ["ElectricVehicle", "HeatPump"]);
        chat.CardTexts.ShouldContain("https://chat.example.com/images/devices/HeatPump.png");

        (await chat.PressAsync("choose", "HeatPump")).ShouldBe(
            [Chat.Text("kind.other", ("kind", Chat.Text("kind.HeatPump")), ("page", Shipped.Market.OtherDevicesPage))]);
        chat.Effects.Events.ShouldHaveSingleItem().Json.ShouldBe("""{"journey":"A-1/7","kind":"HeatPump"}""");
        (await chat.SayAsync("hm")).ShouldHaveSingleItem().ShouldStartWith(Chat.Text("kind.HeatPump"));

        await chat.SayAsync("a Kia EV6");
        (await chat.JourneyAsync()).Kind.ShouldBe(Car);
    }

    [Fact]
    public async Task Kinds_are_asked_for_again_when_none_was_said_and_a_car_says_it_as_well()
    {
        _kraken.Eligibility = new(true, [Car, DeviceKind.HeatPump]);
        var chat = await OpenAsync();

        (await chat.SayAsync("hm")).ShouldBe([Chat.Text("option.retry")]);
        (await chat.SayAsync("a Kia EV6")).ShouldBe([Chat.Text("devices.ask.ChargePoint")]);

        var journey = await chat.JourneyAsync();
        (journey.Kind, journey.Vehicle!.Model).ShouldBe((Car, "EV6"));
    }

    [Fact]
    public async Task The_tenants_list_is_asked_with_a_title_of_its_own_and_at_most_ten_buttons()
    {
        var many = Enumerable.Range(1, 12).Select(number => Option($"o-{number}", $"Box {number}")).ToArray();
        _kraken.Show(new WizardStep.SelectSessionDevice("s", many));
        var chat = await OpenAsync(Begun);
        chat.Said[^1].ShouldBe($"[{Chat.Text("option.title")}]");
        chat.Elements.Count(element => element["choice"] is not null).ShouldBe(10);

        (await chat.SayAsync("hm")).ShouldBe([Chat.Text("option.retry")]);
        await chat.SayAsync("Box 12");
        await chat.CommandAsync();

        _kraken.Changes.ShouldBe(["complete s Option { OptionId = o-12 }"]);
    }

    [Fact]
    public async Task None_of_the_tenants_list_is_called_as_ours_is()
    {
        _kraken.Show(new WizardStep.SelectUserVehicle("s", [Option("1", "One"), Option("NONE", "NONE")]));
        var chat = await OpenAsync(Begun);

        chat.Said[^1].ShouldBe($"[{Chat.Text("option.user-vehicle.title")}]");
        chat.CardTexts.ShouldContain(Chat.Text("devices.offers.none"));
        chat.CardTexts.ShouldContain("One");
    }

    [Theory]
    [InlineData("later")]
    [InlineData("no")]
    public async Task Who_comes_back_later_for_a_device_that_is_not_live_is_not_asked_meanwhile(string words)
    {
        _kraken.Show(new WizardStep.UnsupportedCombination("s"));
        var chat = await OpenAsync(Begun);
        chat.Said[^1].ShouldBe($"[{Chat.Text("other-device.text")}]");

        (await chat.SayAsync(words)).ShouldBe([Chat.Text("other-device.waiting")]);
        (await chat.HappenAsync("watch/changed")).ShouldBeEmpty();

        chat.Effects.Commands.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_wait_button_is_as_good_as_later()
    {
        _kraken.Show(new WizardStep.UnsupportedCombination("s"));
        var chat = await OpenAsync(Begun);

        (await chat.PressAsync("no")).ShouldBe([Chat.Text("other-device.waiting")]);
    }

    [Theory]
    [InlineData(Car, Charger)]
    [InlineData(Charger, Car)]
    public async Task The_other_device_is_connected_in_an_onboarding_of_its_own(DeviceKind chosen, DeviceKind other)
    {
        _kraken.Show(new WizardStep.UnsupportedCombination("s"));
        var chat = await OpenAsync(Begun with { Chosen = chosen });
        (await chat.SayAsync("hm")).ShouldBe([Chat.Text("option.retry")]);

        await chat.PressAsync("yes");
        await chat.CommandAsync();

        _kraken.Changes.ShouldBe(["cancel"]);
        (await chat.JourneyAsync()).Chosen.ShouldBe(other);
    }

    [Fact]
    public async Task A_device_without_another_is_told_once_and_again_to_who_writes()
    {
        _kraken.Show(new WizardStep.UnsupportedCombination("s"));
        var chat = await OpenAsync(Begun with { ChargePoint = DeviceAnswer.None });
        chat.Said[^1].ShouldBe(Chat.Text("other-device.alone"));

        (await chat.HappenAsync("watch/changed")).ShouldBeEmpty();
        (await chat.SayAsync("hello")).ShouldBe([Chat.Text("other-device.alone")]);
    }

    private async Task<Chat> OpenAsync(Journey? journey = null)
    {
        var chat = new Chat(_kraken);
        chat.Know(journey ?? Fresh);
        await chat.OpenAsync();
        return chat;
    }
}
