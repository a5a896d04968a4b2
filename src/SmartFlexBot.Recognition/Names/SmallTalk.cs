using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Names;

/// <summary>Words that name nothing: a greeting, "ok", "well".</summary>
public static class SmallTalk
{
    /// <returns>True when each word is one that may stand in any sentence, so that there is nothing that could be looked for.</returns>
    public static bool IsAll(string text)
    {
        var utterance = Normaliser.Read(text);
        var covered = CueWords.Phrases.Find(utterance).Where(hit => hit.Meaning == CueWords.Filler)
            .SelectMany(hit => Enumerable.Range(hit.Start, hit.Length)).ToHashSet();
        return utterance.Count > 0 && covered.Count == utterance.Count;
    }
}
