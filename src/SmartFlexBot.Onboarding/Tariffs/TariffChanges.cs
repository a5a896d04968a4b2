using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Tariffs;

/// <summary>Has an offer read, a switch begun, or its terms accepted.</summary>
internal sealed class TariffChanges(Commands commands, JourneyFacts facts)
{
    /// <summary>Whom a tariff is for.</summary>
    public static TariffScope ScopeOf(Journey journey) =>
        new(journey.AccountNumber, journey.PropertyId, journey.DeviceKind);

    public void Send(TariffChange change, PendingAction what)
    {
        var journey = facts.Journey;
        var known = journey.Tariff;
        var command = new TariffCommand(
            change, ScopeOf(journey), known.Agreed, journey.HasConsent(ConsentPurpose.HalfHourlyReadings), known.Switch?.Id,
            known.RetriedAfter);
        commands.Send(TariffCommand.CommandKind, command.Write(), what);
        facts.Update(sent => sent with { Tariff = sent.Tariff with { Refused = null } });
    }
}
