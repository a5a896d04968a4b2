using System.Collections.Frozen;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Kraken.Tariffs;

/// <summary>
/// What an enrolment waits for (GB), by the last event of the smart tariff journey (SmartOnboardingEventType). An event that is not here
/// means work on Kraken's side: the enum's tail is not public.
/// </summary>
internal static class EnrolmentStates
{
    private static readonly FrozenDictionary<string, TariffSwitchState> Events = new (TariffSwitchState State, string[] Events)[]
    {
        (TariffSwitchState.AwaitsTerms, ["STARTED", "TERMS_EMAIL_SENT"]),
        (TariffSwitchState.AwaitsMeter, ["METER_EXCHANGE_EMAIL_SENT", "METER_EXCHANGE_BOOKED", "METER_INSTALLED"]),
        (TariffSwitchState.AwaitsTestCharge, ["INTELLIGENT_OCTOPUS_INSTALL_APP_EMAIL_SENT"]),
        (TariffSwitchState.UnderWay,
            ["NOTE_ADDED", TermsAccepted, "METER_READINGS_AVAILABLE", "INTELLIGENT_OCTOPUS_TEST_DISPATCH_COMPLETE"]),
        (TariffSwitchState.UnderWay, ["AGREEMENTS_UPDATED", "TARIFF_SWITCH_CONFIRMATION_EMAIL_SENT", "TARIFF_CHANGED_ON_METER"]),
        (TariffSwitchState.UnderWay, ["PREVIOUS_AGREEMENT_BILLING_GAP_FILLED", "DOCUMENTS_CHECKED", "FIT_RESOLUTION", "MTD_UPDATED"]),
        (TariffSwitchState.Done, ["COMPLETED"]),
        (TariffSwitchState.Stopped, ["CANCELLED", "UNABLE_TO_PROCEED"]),
    }.SelectMany(row => row.Events, (row, name) => (name, row.State)).ToFrozenDictionary(row => row.name, row => row.State);

    public const string TermsAccepted = "TERMS_ACCEPTED";

    /// <summary>After these nothing but the test charge is missing, where a product waits for it.</summary>
    private static readonly FrozenSet<string> BeforeTestCharge = [TermsAccepted, "METER_READINGS_AVAILABLE"];

    /// <param name="status">EnrolmentStatus; all values but NOT_STARTED are assumed.</param>
    /// <param name="latest">smartTariffOnboarding.latestStatus; null when Kraken shows none.</param>
    /// <param name="terms">smartTariffOnboarding.latestTermsStatus.</param>
    /// <param name="waitsForTestCharge">Of the market: the product waits for the test charge.</param>
    public static TariffSwitchState Of(string? status, string? latest, string? terms, bool waitsForTestCharge)
    {
        var last = latest ?? (status == "NOT_STARTED" ? "STARTED" : "");
        var state = Events.GetValueOrDefault(last, TariffSwitchState.UnderWay);
        return (status, state) switch
        {
            ("FAILED", _) or (_, TariffSwitchState.Stopped) => TariffSwitchState.Stopped,
            ("COMPLETED", _) or (_, TariffSwitchState.Done) => TariffSwitchState.Done,
            (_, TariffSwitchState.AwaitsTerms) when terms == TermsAccepted => AfterTerms(waitsForTestCharge),
            (_, TariffSwitchState.UnderWay) when terms is "TERMS_ACCEPTANCE_REQUIRED" or "TERMS_EMAIL_SENT" =>
                TariffSwitchState.AwaitsTerms,
            (_, TariffSwitchState.UnderWay) when waitsForTestCharge && BeforeTestCharge.Contains(last) =>
                TariffSwitchState.AwaitsTestCharge,
            _ => state,
        };
    }

    /// <summary>Why it stopped: the journey's event, else the enrolment's status.</summary>
    public static string? CodeOf(string? status, string? latest) =>
        latest is not null && Events.GetValueOrDefault(latest) == TariffSwitchState.Stopped ? latest : status;

    public static TariffSwitchState AfterTerms(bool waitsForTestCharge) =>
        waitsForTestCharge ? TariffSwitchState.AwaitsTestCharge : TariffSwitchState.UnderWay;
}
