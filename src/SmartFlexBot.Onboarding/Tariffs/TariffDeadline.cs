using System.Globalization;
using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Tariffs;

/// <summary>The days that are left to connect the device after a switch that came first.</summary>
internal sealed class TariffDeadline(Voice voice, JourneyFacts facts, Reminders reminders, TariffSettings? rules, TimeProvider clock)
{
    /// <summary>The time runs out. Value: {"days"}: how many are left.</summary>
    public const string EventName = "tariff/deadline";

    public static TariffDeadline Of(Turn turn) => new(turn.Voice, turn.Facts, turn.Reminders, turn.Market.Tariff, turn.Clock);

    /// <summary>The switch has begun: the days are counted from the agreement.</summary>
    public void Begin(DateTimeOffset agreedAt)
    {
        if (rules is not { Order: TariffOrder.BeforeDevice } || On(agreedAt) is not { } until)
        {
            return;
        }

        var (due, _) = LocalDay.Of(until, voice.Zone);
        foreach (var days in rules.RemindDaysBefore.Append(0))
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"tariff-deadline-{days}");
            reminders.Remind(
                key, due.AddDays(-days) - clock.GetUtcNow(), OnboardingEvents.Event(EventName, new JsonObject { ["days"] = days }));
        }
    }

    /// <param name="value">Of the event.</param>
    /// <param name="isLive">The device is connected: there is nothing to be reminded of.</param>
    public Task RemindAsync(JsonObject? value, bool isLive)
    {
        if (isLive || value?["days"] is not JsonValue number || !number.TryGetValue(out int daysLeft))
        {
            return Task.CompletedTask;
        }

        return facts.Journey is { End: null, Tariff: { Agreed: { } agreed, Switch.State: not TariffSwitchState.Stopped } }
            && On(agreed.At) is { } until
            ? voice.SayAsync(daysLeft > 0 ? "tariff.deadline.left" : "tariff.deadline.over", ("days", daysLeft), ("date", voice.Day(until)))
            : Task.CompletedTask;
    }

    private DateOnly? On(DateTimeOffset agreedAt) =>
        rules?.DeadlineDays is { } days ? LocalDay.At(agreedAt, voice.Zone).AddDays(days.Number) : null;
}
