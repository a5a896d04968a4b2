using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Names;

/// <summary>Puts the ways to name a trim into one word: "LR", "long range" and "lange Reichweite" are "longrange".</summary>
internal static class Trims
{
    private static readonly PhraseBook Phrases = new(WordLists.Phrases(list => list.Trims));

    public static IReadOnlyList<PhraseHit> Find(Utterance utterance) => Phrases.FindLongest(utterance);

    /// <summary>The words of a name with its trims in one word each.</summary>
    public static List<string> Words(string name) => Read(Normaliser.Read(name)).ConvertAll(word => word.Meaning);

    /// <summary>The words with trims in one word each, and where they stand.</summary>
    public static List<PhraseHit> Read(Utterance utterance)
    {
        var trims = Find(utterance);
        var words = new List<PhraseHit>();
        for (var token = 0; token < utterance.Count; token = words[^1].End)
        {
            var trim = trims.FirstOrDefault(hit => hit.Start == token);
            words.Add(trim.Length > 0 ? trim : new(utterance.Tokens[token].Text, token, 1));
        }
        return words;
    }
}
