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
        if (!hits.Exists(hit => IsRequest(hit.Meaning)))
        {
            return null;
        }

        var wholly = PersonAsking.IsCovered(utterance, hits.Where(hit => !PersonAsking.IsOf(hit.Meaning)));
        var asksForPerson = PersonAsking.IsIn(utterance, hits);
        return hits
            .Where(hit => IsRequest(hit.Meaning) && !IsInside(hit, hits))
            .Select(hit => RequestOf(hit.Meaning))
            .Where(request => request.Kind switch
            {
                RequestKind.Human => asksForPerson,
                _ => wholly || request.IsHeardAnywhere,
            })
            .OrderBy(request => request.Kind)
            .ThenBy(request => request.Language is null)
            .FirstOrDefault();
    }

    private static bool IsRequest(string meaning) => meaning is not (Filler or Asked) && !PersonAsking.IsOf(meaning);

    private static Request RequestOf(string meaning) =>
        meaning.StartsWith(LanguagePrefix, StringComparison.Ordinal)
            ? new(RequestKind.Language, meaning[LanguagePrefix.Length..])
            : new(Enum.Parse<RequestKind>(meaning));

    /// <summary>"change language" is no "change".</summary>
    private static bool IsInside(PhraseHit hit, List<PhraseHit> hits) =>
        hits.Exists(other =>
            other.Meaning != Filler && !PersonAsking.IsOf(other.Meaning) && other.Length > hit.Length && other.Contains(hit));
}
