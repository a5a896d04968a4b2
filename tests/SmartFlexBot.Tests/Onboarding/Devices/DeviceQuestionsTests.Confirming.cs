using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.Devices;

/// <content>The card that repeats car and charger.</content>
public sealed partial class DeviceQuestionsTests
{
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
}
