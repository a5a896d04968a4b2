using SmartFlexBot.Recognition.Names;

namespace SmartFlexBot.Recognition.Devices;

internal static class HybridWords
{
    /// <summary>A word for plug-in hybrid, or an engine code of one ("P440e", "330e", "T8").</summary>
    public static bool Said(Analysis analysis) =>
        analysis.Has(CueWords.Hybrid) && !analysis.Has(CueWords.NotPlugIn) || HasEngineCode(analysis);

    private static bool HasEngineCode(Analysis analysis)
    {
        var tokens = analysis.Utterance.Tokens;
        for (var i = 1; i + 1 < tokens.Count; i++)
        {
            var isNumber = tokens[i] is { IsNumber: true, Text.Length: 3 };
            if (isNumber && tokens[i - 1].Text == "p" && tokens[i + 1].Text == "e" && tokens[i + 1].Word == tokens[i].Word)
            {
                return true;
            }
        }
        return false;
    }
}
