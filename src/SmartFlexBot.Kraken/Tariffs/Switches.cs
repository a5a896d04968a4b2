using SmartFlexBot.Kraken.Answers;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Kraken.Tariffs;

/// <summary>From enrolments and agreements to a switch as it stands.</summary>
internal static class Switches
{
    /// <returns>Null when none was begun.</returns>
    public static TariffSwitch? Find(AccountSwitches read, int propertyId, string productCode, MarketDays days, bool waitsForTestCharge)
    {
        if (Home.Find(read.Account, propertyId, days.Now) is not { } home)
        {
            return null;
        }

        var ofHome = read.Enrolments.Where(enrolment => IsOf(enrolment, home)).ToList();
        var ofProduct = ofHome.Where(enrolment => enrolment.Product?.Code == productCode).ToList();
        var enrolment = ofProduct.LastOrDefault(candidate => candidate.Status is not ("COMPLETED" or "FAILED"))
            ?? ofProduct.LastOrDefault();
        var agreed = ByAgreement(home, productCode, days);
        if (enrolment is null)
        {
            return agreed;
        }

        // The meter point tells of one journey, without its product: it is that of the last enrolment.
        var progress = ReferenceEquals(enrolment, ofHome[^1]) ? Progress(enrolment) : null;
        return WithAgreement(From(enrolment, productCode, progress, waitsForTestCharge), agreed);
    }

    /// <summary>One enrolment by itself, such as the answer of startOnboardingProcess.</summary>
    public static TariffSwitch From(EnrolmentData enrolment, string productCode, bool waitsForTestCharge) =>
        From(enrolment, productCode, Progress(enrolment), waitsForTestCharge);

    private static TariffSwitch From(EnrolmentData enrolment, string productCode, TariffProgressData? progress, bool waitsForTestCharge)
    {
        var state = EnrolmentStates.Of(enrolment.Status, progress?.LatestStatus, progress?.LatestTermsStatus, waitsForTestCharge);
        return new(
            enrolment.Id,
            productCode,
            state,
            Event: progress?.LatestStatus,
            Code: state == TariffSwitchState.Stopped ? EnrolmentStates.CodeOf(enrolment.Status, progress?.LatestStatus) : null);
    }

    /// <summary>By agreements alone: one of the product that is to come, or that holds already.</summary>
    private static TariffSwitch? ByAgreement(Home home, string productCode, MarketDays days)
    {
        var now = days.Now;
        var ofProduct = home.Agreements.Where(agreement => agreement.IsOf(productCode)).ToList();
        var agreement = ofProduct.FirstOrDefault(candidate => candidate.IsPresent(now))
            ?? ofProduct.FirstOrDefault(candidate => candidate.IsFuture(now));
        return agreement is null ? null : new(
            Id: null,
            productCode,
            agreement.IsPresent(now) ? TariffSwitchState.Done : TariffSwitchState.UnderWay,
            agreement.From is { } from ? days.DayOf(from) : null);
    }

    /// <summary>What the enrolment says counts; the agreement adds the day.</summary>
    private static TariffSwitch WithAgreement(TariffSwitch enrolled, TariffSwitch? agreed) =>
        agreed is null || enrolled.State == TariffSwitchState.Stopped ? enrolled : enrolled with { StartsOn = agreed.StartsOn };

    private static TariffProgressData? Progress(EnrolmentData enrolment) => enrolment.ElectricityMeterPoint?.SmartTariffOnboarding;

    private static bool IsOf(EnrolmentData enrolment, Home home) =>
        enrolment.ElectricityMeterPoint?.Mpan is not { } mpan || home.Mpan is null || mpan == home.Mpan;
}
