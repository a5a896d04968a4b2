using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Names;

/// <summary>The names a make goes by. Tenants write "VW" or "Volkswagen"; both are one make, shown as the tenant writes it.</summary>
internal static class MakeNames
{
    private static readonly Dictionary<string, string[]> Nicknames = EmbeddedData.ReadWords("makes.json");

    private static readonly Dictionary<string, string> Canonical = Nicknames
        .SelectMany(
            entry => entry.Value.Append(entry.Key),
            (entry, name) => (Key: Normaliser.Compact(name), Make: Normaliser.Compact(entry.Key)))
        .DistinctBy(entry => entry.Key)
        .ToDictionary(entry => entry.Key, entry => entry.Make);

    private static readonly Dictionary<string, string[]> ByKey =
        Nicknames.ToDictionary(entry => Normaliser.Compact(entry.Key), entry => entry.Value);

    public static string KeyOf(string make)
    {
        var key = Normaliser.Compact(make);
        return Canonical.GetValueOrDefault(key, key);
    }

    /// <summary>All ways to write the make, the name itself first.</summary>
    public static IEnumerable<string> Of(string make) => ByKey.TryGetValue(KeyOf(make), out var names) ? names.Prepend(make) : [make];

    /// <summary>"Anderson" is Andersen: an alias that is nothing but the make, misspelled.</summary>
    public static bool SoundsLike(string word, string make)
    {
        Span<char> a = stackalloc char[Phonetics.MaximumLength];
        Span<char> b = stackalloc char[Phonetics.MaximumLength];
        var first = a[..Phonetics.Fold(word, a)];
        var second = b[..Phonetics.Fold(Normaliser.Compact(make), b)];
        var limit = Math.Min(2, second.Length / 5);
        return !word.Any(char.IsAsciiDigit) && EditDistance.Between(first, second, limit) <= limit;
    }
}
