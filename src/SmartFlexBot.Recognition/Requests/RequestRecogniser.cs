using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Requests;

/// <summary>
/// A request is one only when the utterance is about nothing else ("help the children" is not: botframework-solutions#539). What is
/// urgent counts wherever it is said.
/// </summary>
public static class RequestRecogniser
{
    private const string Filler = "filler";

    /// <summary>Only sounds like a request: "what happens in a power cut?" has its lights on.</summary>
    private const string Asked = "asked";
    private const string LanguagePrefix = nameof(RequestKind.Language) + ":";

    private static readonly PhraseBook Phrases = new(WordLists.Phrases(list => list.Requests));

    public static Request? Recognise(string text) => Recognise(Normaliser.Read(text));

    internal static Request? Recognise(Utterance utterance)
    {
        var hits = Phrases.Find(utterance);
        if (!hits.Exists(hit => hit.Meaning is not (Filler or Asked)))
        {
            return null;
        }

        var covered = new bool[utterance.Count];
        foreach (var hit in hits)
        {
            Array.Fill(covered, true, hit.Start, hit.Length);
        }

        var wholly = !utterance.IsCut && Array.TrueForAll(covered, token => token);
        return hits
            .Where(hit => hit.Meaning is not (Filler or Asked) && !IsInside(hit, hits))
            .Select(hit => RequestOf(hit.Meaning))
            .Where(request => wholly || request.IsHeardAnywhere)
            .OrderBy(request => request.Kind)
            .ThenBy(request => request.Language is null)
            .FirstOrDefault();
    }

    private static Request RequestOf(string meaning) =>
        meaning.StartsWith(LanguagePrefix, StringComparison.Ordinal)
            ? new(RequestKind.Language, meaning[LanguagePrefix.Length..])
            : new(Enum.Parse<RequestKind>(meaning));

    /// <summary>"change language" is no "change".</summary>
    private static bool IsInside(PhraseHit hit, List<PhraseHit> hits) =>
        hits.Exists(other => other.Meaning != Filler && other.Length > hit.Length && other.Contains(hit));
}
