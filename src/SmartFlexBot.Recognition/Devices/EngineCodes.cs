using System.Globalization;

namespace SmartFlexBot.Recognition.Devices;

/// <summary>How makers number cars with an engine: "xDrive25e", "330e", "UX 250h", "GLC 220d", "1.2 turbo".</summary>
internal static class EngineCodes
{
    private const decimal SmallestEngine = 0.8m;
    private const decimal LargestEngine = 6.9m;

    private static readonly string[] Hybrid = ["e", "h", "de"];
    private static readonly string[] Fuel = ["d", "i"];

    public static bool IsAnySaid(Analysis analysis) => IsAnySaid(analysis, 0, analysis.Utterance.Count, name: null);

    /// <param name="name">What belongs to a name is none: the Fiat 500e is electric.</param>
    public static bool IsAnySaid(Analysis analysis, int from, int to, Mention? name)
    {
        for (var i = from; i < to; i++)
        {
            var isInName = name is not null && i >= name.NameStart && i < name.NameEnd;
            if (!isInName && analysis.Utterance.Tokens[i].IsNumber
                && (EndsIn(analysis, i, 2, Hybrid) || name is not null && (EndsIn(analysis, i, 3, Fuel) || IsLitres(analysis, i))))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>A number of up to three digits with such letters at its end; a "90D" is a Tesla.</summary>
    private static bool EndsIn(Analysis analysis, int at, int digits, string[] endings)
    {
        var tokens = analysis.Utterance.Tokens;
        return tokens[at].Text.Length >= digits && tokens[at].Text.Length <= 3 && at + 1 < tokens.Count
            && tokens[at + 1] is var letters && endings.Contains(letters.Text) && letters.Word == tokens[at].Word
            && (at + 2 == tokens.Count || tokens[at + 2].Word != letters.Word);
    }

    private static bool IsLitres(Analysis analysis, int at)
    {
        var tokens = analysis.Utterance.Tokens;
        var written = analysis.Utterance.Source[tokens[at].Start..tokens[at].End].Replace(',', '.');
        return written is [_, '.', _]
            && decimal.Parse(written, CultureInfo.InvariantCulture) is >= SmallestEngine and <= LargestEngine
            && !(at + 1 < tokens.Count && tokens[at + 1].Text is "kw" or "kwh");
    }
}
