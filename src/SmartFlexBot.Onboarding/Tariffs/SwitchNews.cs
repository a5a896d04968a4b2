using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Tariffs;

/// <summary>A tariff switch as it was seen: taken as a fact, told once, and waited for until it ends.</summary>
internal sealed class SwitchNews(
    Voice voice, JourneyFacts facts, TariffWatching watching, BusinessEvents events, TariffEnding ending, TimeProvider clock)
{
    private TariffSwitch? _before;

    public static SwitchNews Of(Turn turn) =>
        new(turn.Voice, turn.Facts, new TariffWatching(turn.Watches, turn.Facts), turn.Events, TariffEnding.Of(turn), turn.Clock);

    /// <summary>
    /// What a watch saw. It may have looked right before the terms were accepted, and be heard after: accepted terms stay so.
    /// </summary>
    public Task WatchedAsync(TariffSwitch seen)
    {
        var isLate = facts.Journey.Tariff.Switch is { State: not TariffSwitchState.AwaitsTerms } known
            && seen.State == TariffSwitchState.AwaitsTerms && seen.Id == known.Id;
        return !isLate && Take(seen) ? TellAsync() : Task.CompletedTask;
    }

    /// <returns>False when it is known already.</returns>
    public bool Take(TariffSwitch seen)
    {
        _before = facts.Journey.Tariff.Switch;
        if (_before == seen)
        {
            return false;
        }

        facts.Update(journey => journey with { Tariff = journey.Tariff with { Switch = seen, Refused = null } });
        if (seen.State is TariffSwitchState.Done or TariffSwitchState.Stopped)
        {
            watching.End();
            Record(seen);
        }
        else
        {
            watching.Begin(seen.ProductCode);
        }

        return true;
    }

    /// <summary>Tells what <see cref="Take"/> has taken, unless the customer has heard the same before.</summary>
    public Task TellAsync()
    {
        var seen = facts.Journey.Tariff.Switch;
        return KeyOf(seen) is { } key && key != KeyOf(_before)
            ? voice.SayAsync(key, ("date", new TariffTexts(voice).Day(seen?.StartsOn)))
            : ending.TellAsync();
    }

    /// <summary>What is said of a switch that was seen so; null when it is a question of its own, or not worth a word.</summary>
    private string? KeyOf(TariffSwitch? seen) => seen switch
    {
        { State: TariffSwitchState.Stopped } when HasWithdrawn => "tariff.withdrawn.done",
        _ when HasWithdrawn => null,
        { State: TariffSwitchState.UnderWay, StartsOn: not null } => "tariff.switch.UnderWay.date",
        { State: TariffSwitchState.UnderWay } => "tariff.switch.UnderWay",
        { State: TariffSwitchState.AwaitsMeter, Event: "METER_EXCHANGE_BOOKED" } => "tariff.switch.AwaitsMeter.booked",
        { State: TariffSwitchState.AwaitsMeter, Event: "METER_INSTALLED" } => "tariff.switch.AwaitsMeter.installed",
        { State: TariffSwitchState.AwaitsMeter } => "tariff.switch.AwaitsMeter",
        { State: TariffSwitchState.AwaitsTestCharge } => "tariff.switch.AwaitsTestCharge",
        { State: TariffSwitchState.Done } => "tariff.switch.Done",
        _ => null,
    };

    private bool HasWithdrawn => facts.Journey.Tariff.Withdrawn is not null;

    private void Record(TariffSwitch seen) => events.Record("journey.tariff", $"{seen.ProductCode}/{seen.Id}/{seen.State}", new JsonObject
    {
        ["accountNumber"] = facts.Journey.AccountNumber,
        ["propertyId"] = facts.Journey.PropertyId,
        ["productCode"] = seen.ProductCode,
        ["state"] = seen.State.ToString(),
        ["at"] = clock.GetUtcNow().ToString("O"),
    });
}
