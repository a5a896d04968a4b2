using System.Text.Json.Nodes;
using SmartFlexBot.Kraken.Answers;
using SmartFlexBot.Kraken.Operations;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Kraken.Tariffs;

/// <summary>
/// Core Kraken (EU): a quote, availableProductSwitchDates, initiateProductSwitch. The quote is assumed (<see cref="QuoteDocument"/>); so is
/// that the agreements stand where the schema has them, and that a switch shows as an agreement to come.
/// </summary>
internal sealed class QuoteTariffJourney(
    QuoteOffers offers, TariffReads reads, SwitchReads switches, TariffWrites writes, MarketDays days) : ITariffJourney
{
    public Task<TariffReading> ReadOfferAsync(TariffScope scope, CancellationToken cancellationToken) =>
        offers.ReadAsync(scope, cancellationToken);

    public async Task<TariffSwitch?> FindSwitchAsync(TariffScope scope, string productCode, CancellationToken cancellationToken)
    {
        var read = await switches.ReadAsync([scope.AccountNumber], cancellationToken);
        return read.GetValueOrDefault(scope.AccountNumber) is { } account
            ? Switches.Find(account, scope.PropertyId, productCode, days, waitsForTestCharge: false)
            : throw new TenantUnavailableException("The switch of the tariff could not be read.");
    }

    /// <summary>
    /// initiateProductSwitch from the quote that was agreed to; without its id nothing is sent (<see cref="TariffProblemKind.OfferGone"/>).
    /// </summary>
    public async Task<TariffResult> BeginAsync(TariffScope scope, AgreedTariff agreed, CancellationToken cancellationToken)
    {
        if (agreed.QuoteId is not { } quote)
        {
            return TariffProblems.Of(TariffProblemKind.OfferGone);
        }

        DateOnly? day;
        try
        {
            day = agreed.StartsOn ?? await FirstDayAsync(scope, cancellationToken);
        }
        catch (TenantUnavailableException)
        {
            return TariffProblems.Of(TariffProblemKind.TryLater);
        }

        if (day is not { } startsOn)
        {
            return TariffProblems.Of(TariffProblemKind.DateNotPossible);
        }

        return await writes.RunAsync(
            KrakenOperations.InitiateProductSwitch,
            new JsonObject
            {
                ["accountNumber"] = scope.AccountNumber,
                ["quotedProductId"] = quote,
                ["switchDate"] = MarketDays.Text(startsOn),
            },
            KrakenJson.Default.ProductSwitchAnswer,
            answer => answer.Result is { } taken
                ? new(
                    Id: null, taken.ProductCode ?? agreed.ProductCode, TariffSwitchState.UnderWay,
                    MarketDays.Day(taken.SwitchDate) ?? startsOn)
                : null,
            cancellationToken);
    }

    /// <summary>Never needed: the quote's terms are agreed to with the switch.</summary>
    public Task<TariffResult> AcceptTermsAsync(
        TariffScope scope, string switchId, string termsVersion, CancellationToken cancellationToken) =>
        Task.FromResult<TariffResult>(TariffProblems.Of(TariffProblemKind.NotOffered));

    private async Task<DateOnly?> FirstDayAsync(TariffScope scope, CancellationToken cancellationToken)
    {
        var account = await reads.AccountAsync(scope.AccountNumber, cancellationToken);
        return await offers.FirstDayAsync(Home.Find(account, scope.PropertyId, days.Now)?.Present(days.Now), cancellationToken);
    }
}
