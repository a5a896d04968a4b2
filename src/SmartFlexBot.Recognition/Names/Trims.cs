using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Names;

/// <summary>Puts the ways to name a trim into one word: "LR", "long range" and "lange Reichweite" are "longrange".</summary>
internal static class Trims
{
    private static readonly PhraseBook Phrases = new(WordLists.Phrases(list => list.Trims));

    public static IReadOnlyList<PhraseHit> Find(Utterance utterance) => Phrases.FindLongest(utterance);

    /// <summary>The words of a name with its trims in one word each.</summary>
    public static List<string> Words(string name)
    {
        var utterance = Normaliser.Read(name);
        var hits = Find(utterance);
        var words = new List<string>();
        for (var i = 0; i < utterance.Count; i++)
        {
            var trim = hits.FirstOrDefault(hit => hit.Start == i && hit.Length > 0);
            words.Add(trim.Length > 0 ? trim.Meaning : utterance.Tokens[i].Text);
            i += Math.Max(trim.Length, 1) - 1;
        }
        return words;
    }
}
