using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Benchmarks;

/// <summary>The way one would write it first: the alias with the least edit distance to any run of as many words.</summary>
internal sealed class NaiveRecogniser
{
    private const int Tolerance = 2;
    private readonly List<(string Alias, CatalogueEntry Entry)> _aliases;

    public NaiveRecogniser(IEnumerable<CatalogueEntry> catalogue, MarketCatalogue market)
    {
        var known = market.Devices.ToLookup(device => (device.Make, device.Model));
        _aliases = [.. catalogue.SelectMany(entry => known[(entry.Make, entry.Model)]
            .SelectMany(device => device.Aliases ?? [])
            .Append($"{entry.Make} {entry.Model}")
            .Select(alias => (alias.ToLowerInvariant(), entry)))];
    }

    public CatalogueEntry? Recognise(string text)
    {
        var words = text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var best = (Distance: Tolerance + 1, Length: 0, Entry: (CatalogueEntry?)null);
        foreach (var (alias, entry) in _aliases)
        {
            var count = alias.Count(c => c == ' ') + 1;
            for (var start = 0; start + count <= words.Length; start++)
            {
                var distance = Distance(string.Join(' ', words, start, count), alias);
                if (distance < best.Distance || distance == best.Distance && alias.Length > best.Length)
                {
                    best = (distance, alias.Length, entry);
                }
            }
        }
        return best.Distance <= Tolerance ? best.Entry : null;
    }

    private static int Distance(string a, string b)
    {
        var last = new int[b.Length + 1];
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            }
            (last, row) = (row, last);
        }
        return last[b.Length];
    }
}
