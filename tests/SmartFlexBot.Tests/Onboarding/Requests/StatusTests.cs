using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using static SmartFlexBot.Tests.Onboarding.Chats;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.Requests;

/// <summary>Where the journey stands, in one sentence.</summary>
public sealed class StatusTests
{
    private readonly InMemoryKraken _kraken = new();

    [Fact]
    public async Task Status_tells_car_charger_and_what_comes_next()
    {
        var chat = await AtConfirmationAsync(_kraken);

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
}
