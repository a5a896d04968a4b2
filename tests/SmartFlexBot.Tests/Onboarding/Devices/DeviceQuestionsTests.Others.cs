using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.Devices;

/// <content>Other kinds, the tenant's own list, and a device that comes later.</content>
public sealed partial class DeviceQuestionsTests
{
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
}
