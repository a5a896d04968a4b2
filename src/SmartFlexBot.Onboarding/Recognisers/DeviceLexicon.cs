using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Recognisers.Devices;
using SmartFlexBot.Onboarding.Recognisers.Words;

namespace SmartFlexBot.Onboarding.Recognisers;

/// <summary>
/// The names by which a tenant's devices are known, ready for look-up. Made once per catalogue and never changed; a look-up costs the
/// same on any catalogue.
/// </summary>
public sealed class DeviceLexicon
{
    private readonly Dictionary<string, NameEntry>.AlternateLookup<ReadOnlySpan<char>> _keys;

    private DeviceLexicon(LexiconBuilder builder)
    {
        Devices = builder.Devices;
        Families = builder.Families;
        Makes = builder.Makes;
        _keys = builder.Keys.GetAlternateLookup<ReadOnlySpan<char>>();
        Vocabulary = new(builder.Words);
    }

    internal IReadOnlyList<Device> Devices { get; }

    internal IReadOnlyList<Family> Families { get; }

    internal IReadOnlyList<Make> Makes { get; }

    internal Vocabulary Vocabulary { get; }

    /// <param name="tenantCatalogue">What can be taken: no other device is ever named or offered.</param>
    /// <param name="market">Adds aliases, families and sizes to the tenant's rows.</param>
    public static DeviceLexicon Create(IEnumerable<CatalogueEntry> tenantCatalogue, MarketCatalogue market) => new(new LexiconBuilder(tenantCatalogue, market));

    internal NameEntry? Find(ReadOnlySpan<char> key) => _keys.TryGetValue(key, out var entry) ? entry : null;
}
