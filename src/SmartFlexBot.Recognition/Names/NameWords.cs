using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Names;

/// <summary>Looks at names as sequences of written words: what is left without the make, and how much company the rest needs.</summary>
internal static class NameWords
{
    /// <summary>The written words of a name, each compact: "EV6 GT-Line" is ev6, gt, line.</summary>
    public static List<string> Of(string name)
    {
        var utterance = Normaliser.Read(name);
        var words = new List<string>();
        for (var i = 0; i < utterance.Count; i++)
        {
            if (utterance.IsWordStart(i))
            {
                words.Add(utterance.Tokens[i].Text);
            }
            else
            {
                words[^1] += utterance.Tokens[i].Text;
            }
        }
        return words;
    }

    /// <summary>The words without those that only say "electric", unless nothing would be left.</summary>
    public static List<string> WithoutPowertrain(List<string> words)
    {
        var rest = words.Where(word => !CueWords.ElectricWords.Contains(word) && !CueWords.HybridWords.Contains(word)).ToList();
        return rest.Count > 0 ? rest : words;
    }

    /// <summary>The words without the make, wherever it stands.</summary>
    public static List<string> WithoutMake(List<string> words, IReadOnlySet<string> makeKeys)
    {
        var rest = new List<string>(words);
        for (var start = 0; start < rest.Count; start++)
        {
            for (var length = Math.Min(4, rest.Count - start); length > 0; length--)
            {
                if (makeKeys.Contains(string.Concat(rest.Skip(start).Take(length))))
                {
                    rest.RemoveRange(start, length);
                    start--;
                    break;
                }
            }
        }
        return rest;
    }

    public static Strength StrengthOf(IReadOnlyList<string> words)
    {
        var key = string.Concat(words);
        if (words is [{ Length: 1 } letter, { Length: >= 3 } digits] && IsNumber(digits) && !IsNumber(letter))
        {
            return Strength.Strong;
        }
        if (words.Count >= 3 && words.Any(IsTelling))
        {
            return Strength.Strong;
        }
        if (CueWords.ChargerWords.Contains(key) || words.Any(CueWords.ChargerWords.Contains) && words.All(IsOrdinary))
        {
            return Strength.Bound;
        }
        if (words.All(word => IsOrdinary(word) || IsNumber(word) || word.Length == 1))
        {
            var spelled = words.Any(word => word.Length == 1 && !IsNumber(word)) && words.Any(IsText);
            return spelled ? Strength.Strong : words.Count > 1 && words.Any(word => !IsNumber(word)) ? Strength.Weak : Strength.Bound;
        }
        return key.Length <= 2 ? Strength.Weak : Strength.Strong;
    }

    public static bool IsNumber(string word) => word.All(c => char.IsAsciiDigit(c) || c == '.');

    private static bool IsText(string word) => word.Length > 1 && !IsNumber(word);

    private static bool IsTelling(string word) =>
        IsText(word) && !CueWords.Fillers.Contains(word) && !CueWords.ChargerWords.Contains(word);

    private static bool IsOrdinary(string word) => CueWords.OrdinaryWords.Contains(word) || IsPower(word);

    private static bool IsPower(string word) => word.EndsWith("kw", StringComparison.Ordinal) && IsNumber(word[..^2]);
}
