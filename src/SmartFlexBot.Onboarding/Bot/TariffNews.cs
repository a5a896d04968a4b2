using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Onboarding.Bot;

/// <summary>What became of a tariff switch: taken as a fact, told once, and waited for until it ends.</summary>
internal sealed class TariffNews(JourneyTurn turn)
{
    private const string DeadlineKey = "tariff-deadline";

    /// <summary>What a command brought back.</summary>
    public async Task TakeAsync(PendingCommand pending, Commands.TariffCommandResult result)
    {
        if (result.Refused is { } refused)
        {
            await RefusedAsync(pending, refused, result.Code);
            return;
        }

        if (result.Reading is { } reading)
        {
            await ReadAsync(pending, reading);
        }

        if (result.Switch is { } begun)
        {
            await SeenAsync(begun, isOwn: pending.What == PendingAction.BeginSwitch);
        }
    }

    /// <summary>A switch as a watch saw it. It may have looked right before the terms were accepted, and be heard after: accepted terms stay so.</summary>
    public Task WatchedAsync(TariffSwitch seen)
    {
        var isLate = turn.Journey.Tariff.Switch is { State: not TariffSwitchState.AwaitsTerms } known
            && seen.State == TariffSwitchState.AwaitsTerms && seen.Id == known.Id;
        return isLate ? Task.CompletedTask : SeenAsync(seen);
    }

    private async Task SeenAsync(TariffSwitch seen, bool isOwn = false)
    {
        var before = turn.Journey.Tariff.Switch;
        if (before == seen)
        {
            return;
        }

        turn.Update(journey => journey with { Tariff = journey.Tariff with { Switch = seen, Refused = null } });
        if (isOwn)
        {
            await BegunAsync();
        }

        if (seen.State is TariffSwitchState.Done or TariffSwitchState.Stopped)
        {
            turn.Context.Effects.Unwatch(TariffWatch.Kind, turn.Journey.Key);
            turn.Record("journey.tariff", $"{seen.ProductCode}/{seen.Id}/{seen.State}", new JsonObject
            {
                ["accountNumber"] = turn.Journey.AccountNumber,
                ["propertyId"] = turn.Journey.PropertyId,
                ["productCode"] = seen.ProductCode,
                ["state"] = seen.State.ToString(),
                ["at"] = turn.Now.ToString("O"),
            });
        }
        else
        {
            turn.WatchTariff(seen.ProductCode);
        }

        if (KeyOf(seen) is { } key && key != KeyOf(before))
        {
            await turn.SayAsync(key, ("date", turn.TariffTexts.Day(seen.StartsOn)));
        }
    }

    /// <summary>The days that are left to connect the device after a switch that came first.</summary>
    public async Task RemindAsync(int daysLeft)
    {
        if (turn.JourneyStep is Step.Live || turn.Journey is not { End: null, Tariff: { Agreed: { } agreed, Switch.State: not TariffSwitchState.Stopped } })
        {
            return;
        }

        if (Deadline(agreed.At) is not { } until)
        {
            return;
        }

        await turn.SayAsync(daysLeft > 0 ? "tariff.deadline.left" : "tariff.deadline.over", ("days", daysLeft), ("date", turn.TariffTexts.Day(until)));
    }

    /// <summary>What is said of a switch that was seen so; null when it is a question of its own, or not worth a word.</summary>
    private static string? KeyOf(TariffSwitch? seen) => seen switch
    {
        { State: TariffSwitchState.UnderWay, StartsOn: not null } => "tariff.switch.UnderWay.date",
        { State: TariffSwitchState.UnderWay } => "tariff.switch.UnderWay",
        { State: TariffSwitchState.AwaitsMeter, Event: "METER_EXCHANGE_BOOKED" } => "tariff.switch.AwaitsMeter.booked",
        { State: TariffSwitchState.AwaitsMeter, Event: "METER_INSTALLED" } => "tariff.switch.AwaitsMeter.installed",
        { State: TariffSwitchState.AwaitsMeter } => "tariff.switch.AwaitsMeter",
        { State: TariffSwitchState.AwaitsTestCharge } => "tariff.switch.AwaitsTestCharge",
        { State: TariffSwitchState.Done } => "tariff.switch.Done",
        _ => null,
    };

    private async Task ReadAsync(PendingCommand pending, TariffReading reading)
    {
        var isChanged = pending.What == PendingAction.BeginSwitch;
        turn.Update(journey => journey with
        {
            Tariff = journey.Tariff with { Read = reading, Agreed = isChanged ? null : journey.Tariff.Agreed, Refused = null },
        });
        if (reading is { IsOnOffered: true })
        {
            await turn.SayAsync("tariff.already", ("tariff", reading.Now?.Name ?? reading.Offered?.Name ?? ""));
        }
        else if (isChanged)
        {
            await turn.SayAsync("tariff.changed");
        }
    }

    private async Task RefusedAsync(PendingCommand pending, TariffProblemKind kind, string? code)
    {
        // With another day, or another quote, the offer is another one: it is read and shown again.
        var isReadAgain = kind is TariffProblemKind.DateNotPossible or TariffProblemKind.OfferGone;
        turn.Update(journey => journey with
        {
            Tariff = isReadAgain
                ? journey.Tariff with { Read = null, Agreed = null, Refused = null }
                : journey.Tariff with { Refused = new(kind, code) },
        });
        turn.Remember(memory => memory with { Told = null, IsOpen = false });
        if (isReadAgain)
        {
            await turn.SayAsync("tariff.changed");
        }

        if (kind == TariffProblemKind.TryLater)
        {
            await turn.TryAgainSoonAsync();
        }
    }

    private async Task BegunAsync()
    {
        await new AgreementCopies(turn).SendAsync();
        if (turn.Services.Market.Tariff is not { Order: TariffOrder.BeforeDevice } rules || Deadline(turn.Journey.Tariff.Agreed!.At) is not { } until)
        {
            return;
        }

        var (due, _) = Tariffs.LocalDay.Of(until, turn.Zone);
        foreach (var days in rules.RemindDaysBefore.Append(0))
        {
            turn.Remind($"{DeadlineKey}-{days}", due.AddDays(-days) - turn.Now, OnboardingEvents.Event(OnboardingEvents.TariffDeadline, new JsonObject { ["days"] = days }));
        }
    }

    private DateOnly? Deadline(DateTimeOffset agreedAt) => turn.Services.Market.Tariff?.DeadlineDays is { } days
        ? Tariffs.LocalDay.At(agreedAt, turn.Zone).AddDays(days.Number)
        : null;
}
