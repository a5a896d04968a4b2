using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Recognition.Names;
using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Lexicon;

/// <summary>A row of the tenant's catalogue with what the market knows about it, or one of the market's that the tenant lacks.</summary>
internal sealed record KnownRow(CatalogueEntry Entry, string MakeKey, MarketDevice? Market, bool IsOffered)
{
    public string ModelKey { get; } = Normaliser.Compact(Entry.Model);

    public IEnumerable<string> Aliases => Market?.Aliases ?? [];

    public IEnumerable<string> WeakAliases => Market?.WeakAliases ?? [];
}

/// <summary>
/// Puts the rows of a catalogue into families: by the market's word, else where a name is a family's name plus a trim or a size.
/// </summary>
internal static class FamilyBuilder
{
    public static readonly HashSet<string> TrimWords = [.. WordLists.Phrases(list => list.Trims).Select(entry => entry.Meaning)];

    public static List<KnownRow> Rows(IEnumerable<CatalogueEntry> tenant, MarketCatalogue market)
    {
        var known = market.Devices
            .GroupBy(device => (device.DeviceKind, MakeNames.KeyOf(device.Make), Normaliser.Compact(device.Model)))
            .ToDictionary(group => group.Key, group => group.First());
        var offered = tenant
            .Where(entry => entry.Kind is DeviceKind.ElectricVehicle or DeviceKind.ChargePoint)
            .Select(entry => (Entry: entry, Key: KeyOf(entry)))
            .DistinctBy(row => (row.Key.Kind, row.Entry.Make, row.Entry.Model))
            .Select(row => new KnownRow(row.Entry, row.Key.MakeKey, known.GetValueOrDefault(row.Key), IsOffered: true))
            .ToList();
        var theirs = offered.Select(row => KeyOf(row.Entry)).ToHashSet();
        return
        [
            .. offered,
            .. market.Entries.Where(entry => theirs.Add(KeyOf(entry)))
                .Select(entry => new KnownRow(entry, KeyOf(entry).MakeKey, known[KeyOf(entry)], IsOffered: false)),
        ];
    }

    /// <summary>The rows of each family, the head (if the tenant has it) first, and the family's name.</summary>
    public static IEnumerable<(string Name, bool HasHead, List<KnownRow> Rows)> Families(List<KnownRow> rows)
    {
        var names = rows
            .Where(row => row.Market?.Family is null)
            .GroupBy(row => (row.Entry.Kind, row.MakeKey, row.ModelKey))
            .ToDictionary(group => group.Key, group => group.First().Entry.Model);
        var families = new Dictionary<(DeviceKind, string, string), (string Name, List<KnownRow> Rows)>();
        foreach (var row in rows)
        {
            var name = row.Market?.Family ?? ShorterName(row, names) ?? row.Entry.Model;
            var key = (row.Entry.Kind, row.MakeKey, Normaliser.Compact(name));
            if (!families.TryGetValue(key, out var family))
            {
                families[key] = family = (name, []);
            }
            family.Rows.Add(row);
        }
        foreach (var (name, members) in families.Values)
        {
            var key = Normaliser.Compact(name);
            var head = members.FindIndex(row => row.ModelKey == key);
            if (head > 0)
            {
                (members[0], members[head]) = (members[head], members[0]);
            }
            yield return (name, head >= 0, members);
        }
    }

    private static (DeviceKind Kind, string MakeKey, string ModelKey) KeyOf(CatalogueEntry entry) =>
        (entry.Kind, MakeNames.KeyOf(entry.Make), Normaliser.Compact(entry.Model));

    private static bool IsTrimOrSize(string word) => TrimWords.Contains(word) || NameWords.IsNumber(word) || word == "kwh";

    private static string? ShorterName(KnownRow row, Dictionary<(DeviceKind, string, string), string> names)
    {
        var words = NameWords.Of(row.Entry.Model);
        for (var length = words.Count - 1; length > 0; length--)
        {
            if (names.TryGetValue((row.Entry.Kind, row.MakeKey, string.Concat(words.Take(length))), out var name)
                && Trims.Words(string.Join(' ', words.Skip(length))).TrueForAll(IsTrimOrSize))
            {
                return name;
            }
        }
        return null;
    }
}
