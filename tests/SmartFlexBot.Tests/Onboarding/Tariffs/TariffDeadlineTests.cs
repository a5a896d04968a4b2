using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Tariffs;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.Tariffs;

/// <summary>Who switched first has some days to connect the device, and is reminded of them while that makes sense.</summary>
public sealed class TariffDeadlineTests
{
    private static readonly Journey Switched = Agreed with
    {
        Wizard = new WizardToken("w-1"),
        Tariff = new()
        {
            Agreed = new("f-1", "SMART-EV", "1.3", "I agree", Noon),
            Switch = new("e-1", "SMART-EV", TariffSwitchState.UnderWay),
        },
    };

    private readonly InMemoryKraken _kraken = new();

    [Theory]
    [InlineData(5, "tariff.deadline.left")]
    [InlineData(0, "tariff.deadline.over")]
    public async Task The_days_that_are_left_are_told(int days, string key) =>
        (await RemindAsync(Switched, days)).ShouldContain(said => said.StartsWith(Chat.Start(key), StringComparison.Ordinal));

    [Fact]
    public async Task Who_is_LIVE_is_not_reminded()
    {
        _kraken.Devices.Add(Device("LIVE"));

        (await RemindAsync(Switched with { LiveToldAt = Noon })).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_has_stopped_is_not_reminded() =>
        (await RemindAsync(Switched with { End = JourneyEnd.CancelledByCustomer })).ShouldBeEmpty();

    [Fact]
    public async Task A_switch_that_has_stopped_has_no_deadline()
    {
        var stopped = Switched.Tariff.Switch! with { State = TariffSwitchState.Stopped };

        (await RemindAsync(Switched with { Tariff = Switched.Tariff with { Switch = stopped } })).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_market_without_a_deadline_reminds_of_none()
    {
        var market = Shipped.Britain with { Tariff = Shipped.Britain.Tariff! with { DeadlineDays = null, RemindDaysBefore = [] } };

        (await RemindAsync(Switched, market: market)).ShouldBeEmpty();
    }

    private async Task<IReadOnlyList<string>> RemindAsync(Journey journey, int days = 5, MarketSettings? market = null)
    {
        var chat = new Chat(_kraken, market ?? Shipped.Britain);
        chat.Know(journey);
        _kraken.Show(new WizardStep.Wait("s", WaitReason.Transition), "d-1");
        await chat.OpenAsync();
        return await chat.HappenAsync(TariffDeadline.EventName, new JsonObject { ["days"] = days });
    }
}
