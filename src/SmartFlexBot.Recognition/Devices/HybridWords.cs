using SmartFlexBot.Recognition.Names;

namespace SmartFlexBot.Recognition.Devices;

internal static class HybridWords
{
    /// <summary>A word for plug-in hybrid, or an engine code of one ("P440e", "330e", "T8").</summary>
    public static bool Said(Scene scene) => scene.Has(CueWords.Hybrid) && !scene.Has(CueWords.NotPlugIn) || HasEngineCode(scene);

    private static bool HasEngineCode(Scene scene)
    {
        var atoms = scene.Utterance.Atoms;
        for (var i = 1; i + 1 < atoms.Count; i++)
        {
            if (atoms[i].IsNumber && atoms[i].Text.Length == 3 && atoms[i + 1].Text == "e" && atoms[i + 1].Word == atoms[i].Word && atoms[i - 1].Text == "p")
            {
                return true;
            }
        }
        return false;
    }
}
