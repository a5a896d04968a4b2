using System.Globalization;

namespace SmartFlexBot.Recognition.Devices;

/// <summary>How makers number cars with an engine: "xDrive25e", "330e", "UX 250h", "1.2 turbo".</summary>
internal static class EngineCodes
{
    private const decimal SmallestEngine = 0.8m;
    private const decimal LargestEngine = 6.9m;

    public static bool IsAnySaid(Analysis analysis) => IsAnySaid(analysis, 0, analysis.Utterance.Count, name: null);

    /// <param name="name">What belongs to a name is none: the Fiat 500e is electric.</param>
    public static bool IsAnySaid(Analysis analysis, int from, int to, Mention? name)
    {
        for (var i = from; i < to; i++)
        {
            var isInName = name is not null && i >= name.NameStart && i < name.NameEnd;
            if (!isInName && analysis.Utterance.Tokens[i].IsNumber && (IsHybrid(analysis, i) || name is not null && IsLitres(analysis, i)))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>A number of two or three digits with an "e" or "h" at its end.</summary>
    private static bool IsHybrid(Analysis analysis, int at)
    {
        var tokens = analysis.Utterance.Tokens;
        return tokens[at].Text.Length is 2 or 3 && at + 1 < tokens.Count
            && tokens[at + 1] is { Text: "e" or "h" } letter && letter.Word == tokens[at].Word
            && (at + 2 == tokens.Count || tokens[at + 2].Word != letter.Word);
    }

    private static bool IsLitres(Analysis analysis, int at)
    {
        var tokens = analysis.Utterance.Tokens;
        return tokens[at].Text is [_, '.', _]
            && decimal.Parse(tokens[at].Text, CultureInfo.InvariantCulture) is >= SmallestEngine and <= LargestEngine
            && !(at + 1 < tokens.Count && tokens[at + 1].Text is "kw" or "kwh");
    }
}
