using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;
using SmartFlexBot.Kraken.Answers;
using SmartFlexBot.Kraken.Client;
using SmartFlexBot.Kraken.Operations;
using SmartFlexBot.Kraken.Tenant;
using SmartFlexBot.Kraken.Wizard;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Kraken.Catalogue;

/// <summary>
/// Classic tenants: electricVehicles and chargePointVariants. Wizard tenants: flexSupportedDevices (10 calls a minute in GB, hence
/// the cache). Where the one is absent, the other.
/// </summary>
internal sealed class KrakenDeviceCatalogue(
    KrakenClient client, TenantSchema schema, ReadBudget budget, IOptions<KrakenOptions> settings, TimeProvider time)
    : IDeviceCatalogue, IDisposable
{
    private readonly KrakenOptions _options = settings.Value;
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private volatile Cached? _cached;

    public async Task<IReadOnlyList<CatalogueEntry>> ReadAsync(CancellationToken cancellationToken)
    {
        if (Fresh() is { } fresh)
        {
            return fresh.Entries;
        }

        if (!await budget.EnterAsync(_oneAtATime, cancellationToken))
        {
            return _cached?.Entries ?? throw new TenantUnavailableException("Another caller waits for the makes and models too.");
        }

        try
        {
            if (Fresh() is { } justRead)
            {
                return justRead.Entries;
            }

            if (await ReadFirstAsync(cancellationToken) is not { } entries)
            {
                throw new TenantUnavailableException("This tenant has no list of makes and models.");
            }

            _cached = new(entries, time.GetUtcNow() + _options.CatalogueCacheDuration);
            return entries;
        }
        catch (TenantUnavailableException) when (_cached is { } stale)
        {
            return stale.Entries;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private Cached? Fresh() => _cached is { } value && time.GetUtcNow() < value.Until ? value : null;

    private async Task<IReadOnlyList<CatalogueEntry>?> ReadFirstAsync(CancellationToken cancellationToken) =>
        _options.OnboardingApi == OnboardingApi.Classic
            ? await ReadVariantsAsync(cancellationToken) ?? await ReadSupportedAsync(cancellationToken)
            : await ReadSupportedAsync(cancellationToken) ?? await ReadVariantsAsync(cancellationToken);

    private async Task<IReadOnlyList<CatalogueEntry>?> ReadVariantsAsync(CancellationToken cancellationToken) =>
        await AskAsync(KrakenOperations.ReadVariants, KrakenJson.Default.VariantsAnswer, cancellationToken) is { } answer
            ? CatalogueEntries.From(answer, _options.ChargePointProviders)
            : null;

    private async Task<IReadOnlyList<CatalogueEntry>?> ReadSupportedAsync(CancellationToken cancellationToken)
    {
        var hasNewArgument = (await schema.TypesAsync(cancellationToken))?.HasQueryArgument("flexSupportedDevices", "supportedDeviceType")
            ?? true;
        var document = hasNewArgument ? KrakenOperations.ReadSupportedDevices : KrakenOperations.ReadSupportedDevicesByDeviceType;
        return await AskAsync(document, KrakenJson.Default.SupportedAnswer, cancellationToken) is { } answer
            ? CatalogueEntries.From(answer, _options.ChargePointProviders)
            : null;
    }

    /// <returns>Null when the tenant has no such list.</returns>
    private async Task<T?> AskAsync<T>(KrakenDocument whole, JsonTypeInfo<T> type, CancellationToken cancellationToken) where T : class
    {
        if (await schema.FitAsync(whole, cancellationToken) is not { } document)
        {
            return null;
        }

        // A list that failed must not be taken for one that does not exist, and cached for hours.
        return await client.RunAsync(document, [], type, cancellationToken) switch
        {
            KrakenResult<T>.Ok ok when ok.Errors.All(IsAbsence) => ok.Data,
            KrakenResult<T>.Failed failed when IsAbsence(failed.Error) => null,
            _ => throw new TenantUnavailableException("The makes and models could not be read."),
        };
    }

    private static bool IsAbsence(KrakenError error) => WizardProblems.Kind(error) == WizardProblemKind.NotOffered;

    private sealed record Cached(IReadOnlyList<CatalogueEntry> Entries, DateTimeOffset Until);
}
