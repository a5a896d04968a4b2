using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using SmartFlexBot.Kraken.Answers;
using SmartFlexBot.Kraken.Client;
using SmartFlexBot.Kraken.Operations;
using SmartFlexBot.Kraken.Tenant;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Kraken.Tariffs;

/// <summary>Queries of tariffs. What Kraken says it does not have is null; a failure is thrown, never mistaken for nothing.</summary>
internal sealed class TariffReads(KrakenClient client, TenantSchema schema)
{
    /// <exception cref="TenantUnavailableException">Also when Kraken does not show the account.</exception>
    public async Task<TariffAccountData> AccountAsync(string accountNumber, CancellationToken cancellationToken) =>
        (await RunAsync(
            KrakenOperations.ReadTariffAccount, new() { ["accountNumber"] = accountNumber },
            KrakenJson.Default.TariffAccountAnswer, cancellationToken))
        ?.Account ?? throw new TenantUnavailableException("Kraken does not show the account's agreements.");

    /// <exception cref="TenantUnavailableException"/>
    public Task<TariffProductAnswer?> ProductAsync(string productCode, CancellationToken cancellationToken) => RunAsync(
        KrakenOperations.ReadTariffProduct, new() { ["productCode"] = productCode },
        KrakenJson.Default.TariffProductAnswer, cancellationToken);

    /// <exception cref="TenantUnavailableException"/>
    public async Task<EnrolmentData?> EnrolmentAsync(string accountNumber, string enrolmentId, CancellationToken cancellationToken) =>
        (await RunAsync(
            KrakenOperations.ReadProductEnrolment,
            new() { ["accountNumber"] = accountNumber, ["enrolmentId"] = enrolmentId },
            KrakenJson.Default.EnrolmentAnswer,
            cancellationToken))?.Enrolment;

    /// <returns>The days on which the agreement may change its product, the first one first; empty when there are none.</returns>
    /// <exception cref="TenantUnavailableException"/>
    public async Task<IReadOnlyList<DateOnly>> SwitchDatesAsync(int agreementId, CancellationToken cancellationToken)
    {
        var answer = await RunAsync(
            KrakenOperations.ReadSwitchDates, new() { ["agreementId"] = agreementId },
            KrakenJson.Default.SwitchDatesAnswer, cancellationToken);
        return [.. (answer?.Dates ?? []).Select(MarketDays.Day).OfType<DateOnly>().Order()];
    }

    /// <summary>A market's own document: it is sent as it stands, because it was written for this tenant.</summary>
    /// <exception cref="TenantUnavailableException">Also when the tenant does not have what it asks for.</exception>
    public async Task<QuoteData?> QuoteAsync(KrakenDocument document, JsonObject variables, CancellationToken cancellationToken)
    {
        var result = await client.RunAsync(document, variables, KrakenJson.Default.QuoteAnswer, cancellationToken);
        return result is KrakenResult<QuoteAnswer>.Failed { Error: var error } && TariffProblems.Kind(error) == TariffProblemKind.NotOffered
            ? throw new TenantUnavailableException($"{document.Name} asks for what the tenant does not have.")
            : Found(result, document)?.Quote;
    }

    private async Task<T?> RunAsync<T>(
        KrakenDocument whole, JsonObject variables, JsonTypeInfo<T> type, CancellationToken cancellationToken) where T : class =>
        await schema.FitAsync(whole, cancellationToken) is { } document
            ? Found(await client.RunAsync(document, variables, type, cancellationToken), document)
            : null;

    private static T? Found<T>(KrakenResult<T> result, KrakenDocument document) where T : class => result switch
    {
        KrakenResult<T>.Ok ok when ok.Errors.FirstOrDefault(error => !TariffProblems.IsAbsent(error)) is { } part =>
            throw Failure(document, part.Code),
        KrakenResult<T>.Ok ok => ok.Data,
        KrakenResult<T>.Failed { Error: var error } when TariffProblems.IsAbsent(error) => null,
        KrakenResult<T>.Failed { Error: var error } => throw Failure(document, error.Code),
        KrakenResult<T>.Unavailable unavailable => throw Failure(document, unavailable.Reason),
        _ => null,
    };

    private static TenantUnavailableException Failure(KrakenDocument document, string? reason) => new($"{document.Name} failed: {reason}.");
}
