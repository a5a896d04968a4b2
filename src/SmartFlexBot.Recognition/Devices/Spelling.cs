using SmartFlexBot.Recognition.Lexicon;
using SmartFlexBot.Recognition.Names;
using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Devices;

/// <summary>
/// One way to read the tokens: as written, as spoken, or with misspelt words put right. Written without spaces, so that every run of tokens
/// is one slice to look up.
/// </summary>
internal sealed class Spelling
{
    private const int MaximumCorrections = 6;
    private const byte SpokenCost = 1;
    private const byte SameSoundCost = 2;
    private const int LongestShortWord = 4;

    private readonly string _letters;
    private readonly int[] _starts;
    private readonly byte[] _costs;

    private Spelling(string[] tokens, byte[] costs)
    {
        _costs = costs;
        _starts = new int[tokens.Length + 1];
        for (var i = 0; i < tokens.Length; i++)
        {
            _starts[i + 1] = _starts[i] + tokens[i].Length;
        }
        _letters = string.Concat(tokens);
        Tokens = tokens;
    }

    public string[] Tokens { get; }

    /// <summary>A guess at a short word, of which most are a letter away from another: "proo" may be Pro or Pure.</summary>
    public bool IsWildGuess(int token) => _costs[token] > SameSoundCost && Tokens[token].Length <= LongestShortWord;

    public ReadOnlySpan<char> Slice(int start, int length) => _letters.AsSpan(_starts[start], _starts[start + length] - _starts[start]);

    /// <summary>How far the spelling departs from what was written there.</summary>
    public int Cost(int start, int length)
    {
        var corrected = 0;
        var spoken = 0;
        for (var i = start; i < start + length; i++)
        {
            corrected += _costs[i] == SpokenCost ? 0 : _costs[i];
            spoken |= _costs[i] == SpokenCost ? SpokenCost : 0;
        }
        return corrected + spoken;
    }

    public static List<Spelling> All(Utterance utterance, DeviceLexicon lexicon)
    {
        string[] written = [.. utterance.Tokens.Select(token => token.Text)];
        var spoken = SpokenNames.Write(written);
        var anySpoken = !ReferenceEquals(spoken, written);
        var spellings = new List<Spelling>(4) { new(written, new byte[written.Length]) };
        if (anySpoken)
        {
            spellings.Add(Changed(written, spoken));
            AddNumbersAlone(written, spoken, spellings);
        }
        AddCorrected(utterance, lexicon, written, spoken, anySpoken, spellings);
        return spellings;
    }

    /// <summary>"Ex thirty": of what may be spoken, the numbers are, and the letters may be written as they are.</summary>
    private static void AddNumbersAlone(string[] written, string[] spoken, List<Spelling> spellings)
    {
        string[] numbers = [.. spoken.Select((token, i) => token.Length == 0 || NameWords.IsNumber(token) ? token : written[i])];
        if (!numbers.SequenceEqual(spoken) && !numbers.SequenceEqual(written))
        {
            spellings.Add(Changed(written, numbers));
        }
    }

    private static void AddCorrected(
        Utterance utterance, DeviceLexicon lexicon, string[] written, string[] spoken, bool anySpoken, List<Spelling> spellings)
    {
        var best = new Correction[written.Length];
        var second = new Correction[written.Length];
        Span<Correction> found = new Correction[MaximumCorrections];
        var any = 0;
        for (var i = 0; i < written.Length; i++)
        {
            var isOrdinary = CueWords.OrdinaryWords.Contains(written[i]) && !IsOddBesideMake(i, written, lexicon);
            if (isOrdinary || utterance.Tokens[i].IsNumber || lexicon.Vocabulary.Contains(written[i]))
            {
                continue;
            }
            var count = lexicon.Vocabulary.Correct(written[i], found);
            PreferMakesOwn(i > 0 ? lexicon.Find(written[i - 1]) : null, found[..count], lexicon);
            best[i] = count > 0 ? found[0] : default;
            second[i] = count > 1 ? found[1] : best[i];
            any = Math.Max(any, count);
        }
        if (any > 0)
        {
            spellings.Add(Corrected(written, written, best));
        }
        if (any > 0 && anySpoken)
        {
            spellings.Add(Corrected(written, spoken, best));
        }
        if (any > 1)
        {
            spellings.Add(Corrected(written, spoken, second));
        }
    }

    /// <summary>An everyday word is only put right where a model is due: "kia sole", "nissan leave".</summary>
    private static bool IsOddBesideMake(int i, string[] written, DeviceLexicon lexicon) =>
        i > 0 && written[i].Length >= 4
        && !CueWords.Fillers.Contains(written[i]) && CueWords.OnlyOrdinary.Contains(written[i])
        && lexicon.Find(written[i - 1]) is { Makes.Length: > 0 };

    /// <summary>After a make, of several near words its own comes first.</summary>
    private static void PreferMakesOwn(NameEntry? before, Span<Correction> found, DeviceLexicon lexicon)
    {
        if (before is not { Makes: [var make, ..] })
        {
            return;
        }
        for (var i = 1; i < found.Length; i++)
        {
            if (IsOwn(found[i], make.Make, lexicon) && !IsOwn(found[0], make.Make, lexicon))
            {
                (found[0], found[i]) = (found[i], found[0]);
            }
        }
    }

    private static bool IsOwn(Correction correction, int make, DeviceLexicon lexicon) =>
        lexicon.Find(correction.Word) is { } entry && Array.Exists(entry.Names, name => lexicon.Families[name.Family].Make == make);

    private static Spelling Changed(string[] written, string[] changed) =>
        new(changed, [.. changed.Select((token, i) => ReferenceEquals(token, written[i]) ? (byte)0 : SpokenCost)]);

    private static Spelling Corrected(string[] written, string[] otherwise, Correction[] corrections)
    {
        var tokens = new string[written.Length];
        var costs = new byte[written.Length];
        for (var i = 0; i < tokens.Length; i++)
        {
            tokens[i] = corrections[i].Word ?? otherwise[i];
            costs[i] = corrections[i].Word is not null ? (byte)(SameSoundCost + corrections[i].Distance)
                : ReferenceEquals(tokens[i], written[i]) ? (byte)0
                : SpokenCost;
        }
        return new(tokens, costs);
    }
}
