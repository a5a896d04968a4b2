using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Lexicon;

/// <summary>
/// The names by which the devices of the market are known, the tenant's among them, ready for look-up. Made once per catalogue and never
/// changed; a look-up costs the same on any catalogue.
/// </summary>
public sealed class DeviceLexicon
{
    private const int BeginningLength = 4;

    private readonly Dictionary<string, NameEntry>.AlternateLookup<ReadOnlySpan<char>> _keys;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _beginnings;

    private DeviceLexicon(LexiconBuilder builder)
    {
        Devices = builder.Devices;
        Families = builder.Families;
        Makes = builder.Makes;
        var keys = builder.Keys;
        _keys = keys.GetAlternateLookup<ReadOnlySpan<char>>();
        var beginnings = keys.Keys.Where(key => key.Length >= BeginningLength).Select(key => key[..BeginningLength]).ToHashSet();
        _beginnings = beginnings.GetAlternateLookup<ReadOnlySpan<char>>();
        Vocabulary = builder.Vocabulary;
    }

    internal IReadOnlyList<Device> Devices { get; }

    internal IReadOnlyList<Family> Families { get; }

    internal IReadOnlyList<Make> Makes { get; }

    internal Vocabulary Vocabulary { get; }

    /// <param name="tenantCatalogue">What can be taken: no other device is ever taken or offered.</param>
    /// <param name="market">What is heard. It adds aliases, families and sizes to the tenant's rows.</param>
    public static DeviceLexicon Create(IEnumerable<CatalogueEntry> tenantCatalogue, MarketCatalogue market) =>
        new(new LexiconBuilder(tenantCatalogue, market));

    /// <summary>Whether any key begins so; most words of a sentence begin none, and need no further look-up.</summary>
    internal bool MayBegin(ReadOnlySpan<char> key) => key.Length < BeginningLength || _beginnings.Contains(key[..BeginningLength]);

    internal NameEntry? Find(ReadOnlySpan<char> key) => _keys.TryGetValue(key, out var entry) ? entry : null;
}
