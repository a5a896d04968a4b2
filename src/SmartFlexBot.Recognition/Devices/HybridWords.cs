using SmartFlexBot.Recognition.Names;

namespace SmartFlexBot.Recognition.Devices;

internal static class HybridWords
{
    /// <summary>A word for plug-in hybrid, or an engine code of one ("P440e", "330e", "T8").</summary>
    public static bool Said(Analysis analysis) => analysis.Has(CueWords.Hybrid) && !analysis.Has(CueWords.NotPlugIn) || HasEngineCode(analysis);

    private static bool HasEngineCode(Analysis analysis)
    {
        var tokens = analysis.Utterance.Tokens;
        for (var i = 1; i + 1 < tokens.Count; i++)
        {
            if (tokens[i].IsNumber && tokens[i].Text.Length == 3 && tokens[i + 1].Text == "e" && tokens[i + 1].Word == tokens[i].Word && tokens[i - 1].Text == "p")
            {
                return true;
            }
        }
        return false;
    }
}
