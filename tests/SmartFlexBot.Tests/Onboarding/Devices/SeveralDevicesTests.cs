using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.Devices;

/// <summary>Where an account has several of something, the customer can tell them apart and is asked.</summary>
public sealed class SeveralDevicesTests
{
    private readonly InMemoryKraken _kraken = new();

    [Fact]
    public async Task Two_cars_of_one_name_have_different_buttons_and_the_first_one_can_be_typed()
    {
        _kraken.Show(new WizardStep.SelectUserVehicle("s", [Option("1", "Model 3") with { Ending = "1111" }, Option("2", "Model 3")]));
        var chat = await OpenAsync(Begun);
        chat.Elements.Where(element => element["choice"] is not null).Select(element => (string?)element["title"]).ShouldBe(
            ["Model 3 (…1111)", "Model 3"]);

        await chat.SayAsync("the first one");
        await chat.CommandAsync();

        _kraken.Changes.ShouldBe(["complete s Option { OptionId = 1 }"]);
    }

    [Fact]
    public async Task Two_devices_that_are_LIVE_are_asked_for_and_the_chosen_one_is_told()
    {
        _kraken.Devices.Add(Device("LIVE", "a"));
        _kraken.Devices.Add(Device("LIVE", "w", Charger) with { Make = "Ohme", Model = "Home Pro" });
        var chat = await OpenAsync();
        chat.Said[^1].ShouldBe($"[{Chat.Text("live.which.title")}]");
        (await chat.SayAsync("hm")).ShouldBe([Chat.Text("option.retry")]);

        (await chat.PressAsync("choose", "w")).ShouldHaveSingleItem().ShouldStartWith($"[{Chat.Start("live.title")}");

        (await chat.JourneyAsync()).DeviceId.ShouldBe("w");
        _kraken.Changes.ShouldBeEmpty();
    }

    private async Task<Chat> OpenAsync(Journey? journey = null)
    {
        var chat = new Chat(_kraken);
        chat.Know(journey ?? Fresh);
        await chat.OpenAsync();
        return chat;
    }
}
