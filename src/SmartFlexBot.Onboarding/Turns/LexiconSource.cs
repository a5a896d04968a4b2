using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Recognition.Devices;
using SmartFlexBot.Recognition.Lexicon;

namespace SmartFlexBot.Onboarding.Turns;

/// <summary>The recogniser for the tenant's catalogue: built once, and again when the tenant's catalogue has changed.</summary>
public sealed class LexiconSource(IDeviceCatalogue catalogue, MarketCatalogue market)
{
    private Built? _built;

    /// <exception cref="TenantUnavailableException">The tenant's catalogue was never read, and cannot be read now.</exception>
    public async Task<(DeviceRecogniser Recogniser, IReadOnlyList<CatalogueEntry> Catalogue)> ReadAsync(CancellationToken cancellationToken)
    {
        var entries = await catalogue.ReadAsync(cancellationToken);
        var built = _built;
        if (built is null || !ReferenceEquals(built.Entries, entries))
        {
            // Two turns may build the same at once; both results are good, and the last one stays.
            _built = built = new(entries, new DeviceRecogniser(DeviceLexicon.Create(entries, market)));
        }

        return (built.Recogniser, entries);
    }

    private sealed record Built(IReadOnlyList<CatalogueEntry> Entries, DeviceRecogniser Recogniser);
}
