using BenchmarkDotNet.Attributes;
using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Recognition.Devices;
using SmartFlexBot.Recognition.Lexicon;

namespace SmartFlexBot.Benchmarks;

/// <summary>
/// One round over twelve utterances, against the naive way: every alias compared with every run of words by edit distance. The catalogue
/// is the market's, once and a hundred times over (each copy under makes and models of its own names).
/// </summary>
[MemoryDiagnoser]
public class RecogniserBenchmark
{
    private static readonly string[] Utterances =
    [
        "vauxhal corsa electric and a podpoint", "hyundai kona sixty four", "Skoda Elroq 85", "my charger is a zapi",
        "Ich fahre einen ID.7, Wallbox von Alfen",
        "tengo un coche de gasolina", "no charger, just a granny lead", "what do you need that for?", "R5 avec la batterie de 52 kWh",
        "una Fiat 500 elettrica",
        "polstar 2 long range dual motor", "I would like to talk to somebody about my bill please",
    ];

    private DeviceRecogniser _recogniser = null!;
    private NaiveRecogniser _naive = null!;

    [Params(1, 100)]
    public int Catalogues { get; set; }

    [GlobalSetup]
    public void Load()
    {
        var market = MarketCatalogue.Load();
        _recogniser = new(DeviceLexicon.Create(Enumerable.Range(0, Catalogues).SelectMany(copy => Copy(market, copy)), market));
        _naive = new(Enumerable.Range(0, Catalogues).SelectMany(copy => Copy(market, copy)), market);
    }

    [Benchmark(OperationsPerInvoke = 12)]
    public int Recogniser()
    {
        var found = 0;
        foreach (var utterance in Utterances)
        {
            found += _recogniser.Recognise(utterance, RecognitionContext.Empty).Vehicle is null ? 0 : 1;
        }
        return found;
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = 12)]
    public int Naive()
    {
        var found = 0;
        foreach (var utterance in Utterances)
        {
            found += _naive.Recognise(utterance) is null ? 0 : 1;
        }
        return found;
    }

    private static IEnumerable<CatalogueEntry> Copy(MarketCatalogue market, int copy) => copy == 0
        ? market.Entries
        : market.Entries.Select(entry => entry with { Make = Name(entry.Make, copy), Model = Name(entry.Model, copy) });

    /// <summary>Turns the letters of a name on by the number of the copy, so that the copies are names of their own.</summary>
    private static string Name(string name, int copy) => string.Concat(name.Select((letter, i) =>
        char.IsAsciiLetter(letter) ? (char)('a' + ((char.ToLowerInvariant(letter) - 'a' + copy + (i * (copy / 26))) % 26)) : letter));
}
