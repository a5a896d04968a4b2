using System.Globalization;
using System.Text.Json.Nodes;
using SmartFlexBot.Kraken.Answers;
using SmartFlexBot.Kraken.Operations;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Kraken.Tariffs;

/// <summary>GB: an enrolment that Kraken works through over days (kraken-api 5).</summary>
internal sealed class EnrolmentTariffJourney(
    EnrolmentOffers offers, TariffReads reads, SwitchReads switches, TariffWrites writes, MarketDays days, MarketSettings market)
    : ITariffJourney
{
    private readonly bool _waitsForTestCharge = market.Tariff!.WaitsForTestCharge;

    public Task<TariffReading> ReadOfferAsync(TariffScope scope, CancellationToken cancellationToken) =>
        offers.ReadAsync(scope, cancellationToken);

    public async Task<TariffSwitch?> FindSwitchAsync(TariffScope scope, string productCode, CancellationToken cancellationToken)
    {
        var read = await switches.ReadAsync([scope.AccountNumber], cancellationToken);
        return read.GetValueOrDefault(scope.AccountNumber) is { } account
            ? Switches.Find(account, scope.PropertyId, productCode, days, _waitsForTestCharge)
            : throw new TenantUnavailableException("The switch of the tariff could not be read.");
    }

    /// <summary>
    /// startOnboardingProcess for the home's electricity. A second one for the same product is refused by Kraken (KT-CT-4624). Terms whose
    /// version could not be accepted afterwards are not begun with: see <see cref="AcceptTermsAsync"/>.
    /// </summary>
    public async Task<TariffResult> BeginAsync(TariffScope scope, AgreedTariff agreed, CancellationToken cancellationToken)
    {
        if (Version(agreed.TermsVersion) is null)
        {
            return TariffProblems.Of(TariffProblemKind.Unknown);
        }

        TariffAccountData account;
        try
        {
            account = await reads.AccountAsync(scope.AccountNumber, cancellationToken);
        }
        catch (TenantUnavailableException)
        {
            return TariffProblems.Of(TariffProblemKind.TryLater);
        }

        if (Home.Find(account, scope.PropertyId, days.Now)?.Mpan is not { } mpan)
        {
            return TariffProblems.Of(TariffProblemKind.NotPossible);
        }

        // A day that has passed since the offer was shown is no target any more: Kraken would pass over it.
        var startsOn = agreed.StartsOn >= days.Today ? agreed.StartsOn : null;
        return await writes.RunAsync(
            KrakenOperations.StartOnboardingProcess,
            Input(scope, agreed, mpan, startsOn),
            KrakenJson.Default.EnrolmentStartAnswer,
            answer => answer.Result?.ProductEnrolment is { Id: not null } enrolment
                ? Read(enrolment, agreed.ProductCode) with { StartsOn = startsOn }
                : null,
            cancellationToken);
    }

    /// <summary>
    /// acceptTermsAndConditions. Kraken takes the version in two numbers: one that is not "n.m" cannot be accepted, and nothing is sent
    /// (<see cref="TariffProblemKind.Unknown"/>: to read the offer again would bring the same). Terms that are accepted already stay so.
    /// </summary>
    public async Task<TariffResult> AcceptTermsAsync(
        TariffScope scope, string switchId, string termsVersion, CancellationToken cancellationToken)
    {
        if (Version(termsVersion) is not { } version)
        {
            return TariffProblems.Of(TariffProblemKind.Unknown);
        }

        EnrolmentData? enrolment;
        try
        {
            enrolment = await reads.EnrolmentAsync(scope.AccountNumber, switchId, cancellationToken);
        }
        catch (TenantUnavailableException)
        {
            return TariffProblems.Of(TariffProblemKind.TryLater);
        }

        if (enrolment?.Product?.Code is not { } productCode)
        {
            return TariffProblems.Of(TariffProblemKind.NotPossible);
        }

        var stands = Read(enrolment, productCode);
        if (stands.State == TariffSwitchState.Stopped)
        {
            return new TariffResult.Refused(TariffProblemKind.NotPossible, stands.Code);
        }

        if (stands.State == TariffSwitchState.Done
            || enrolment.ElectricityMeterPoint?.SmartTariffOnboarding?.LatestTermsStatus == EnrolmentStates.TermsAccepted)
        {
            return new TariffResult.Ok(stands);
        }

        return await writes.RunAsync(
            KrakenOperations.AcceptTermsAndConditions,
            new() { ["accountNumber"] = scope.AccountNumber, ["enrolmentId"] = switchId, ["termsVersion"] = version },
            KrakenJson.Default.AcceptedTermsAnswer,
            // A read at this moment might still show it as it was before.
            _ => stands with { State = EnrolmentStates.AfterTerms(_waitsForTestCharge), Event = EnrolmentStates.TermsAccepted },
            cancellationToken);
    }

    private static JsonObject Input(TariffScope scope, AgreedTariff agreed, string mpan, DateOnly? startsOn)
    {
        var input = new JsonObject
        {
            ["accountNumber"] = scope.AccountNumber,
            ["mpan"] = mpan,
            ["productCode"] = agreed.ProductCode,
            ["termsAndConditions"] = new JsonObject { ["version"] = agreed.TermsVersion, ["accepted"] = true },
            ["customerAgreesToConsentGranularityChange"] = agreed.AgreesToHalfHourlyReadings,
        };
        if (startsOn is { } day)
        {
            input["targetAgreementChangeDate"] = MarketDays.Text(day);
        }

        return input;
    }

    private TariffSwitch Read(EnrolmentData enrolment, string productCode) =>
        Switches.From(enrolment, productCode, _waitsForTestCharge);

    private static JsonObject? Version(string text) =>
        text.Split('.') is [var major, var minor] && Number(major) is { } first && Number(minor) is { } second
            ? new() { ["versionMajor"] = first, ["versionMinor"] = second }
            : null;

    // "1.03" would come back as 1.3, which are other terms.
    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && (text is "0" || text[0] != '0')
            ? number
            : null;
}
