using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Consent;

/// <summary>The words files' section "consent": what its phrases mean, and which of them an utterance holds.</summary>
internal static class ConsentPhrases
{
    public const string Yes = "yes";
    public const string Soft = "soft";
    public const string No = "no";
    public const string Unclear = "unclear";
    public const string NoProblem = "noProblem";
    public const string NotAtAll = "notAtAll";
    public const string Ask = "ask";
    public const string Condition = "but";
    public const string Part = "part";

    /// <summary>Each names one permission, and so is a part where both are asked for.</summary>
    public const string Data = "data";
    public const string Place = "place";
    public const string Control = "control";

    /// <summary>Names what is controlled; of a test charge it says nothing.</summary>
    public const string Charging = "charging";

    /// <summary>Small words before the name of a permission: "to the".</summary>
    public const string Joint = "joint";
    public const string Whole = "whole";
    public const string Negation = "neg";
    public const string Filler = "filler";

    /// <summary>May stand between any two words and changes nothing: "legt mal los", "go on then, mate".</summary>
    public const string Inert = "inert";

    /// <summary>What a contract is agreed to by, in the words that its card asks for: "I agree". "Yes, sure" is none.</summary>
    public const string Agreement = "agreement";

    /// <summary>Of the conditions, what sets something against what was said; a question may follow it, as in "but does it cost".</summary>
    public const string Contrast = "contrast";

    private static readonly List<(string Meaning, string Phrase)> All = [
        .. from entry in WordLists.Phrases(list => list.Consent)
           from phrase in Alternatives.Of(entry.Phrase)
           select (entry.Meaning, phrase)];

    /// <summary>Of phrases that are written short, so many teach the model.</summary>
    private const int Taught = 3;

    private static readonly PhraseBook Book = new(All.Where(entry => Answers(entry.Meaning)));

    private static readonly PhraseBook TopicBook = new(All.Where(entry => entry.Meaning is Data or Place or Control or Charging or Joint));

    private static readonly PhraseBook AgreementBook = new(All.Where(entry => entry.Meaning == Agreement));

    private static readonly HashSet<string> InertWords = WordsOf(Inert);

    private static readonly HashSet<string> ContrastWords = WordsOf(Contrast);

    public static ConsentSpelling Spelling { get; } = new(All.Select(entry => entry.Phrase));

    /// <summary>What the lists already say, as answers by themselves.</summary>
    public static IEnumerable<(string Text, ConsentLabel Label)> Examples =>
        from entry in WordLists.Phrases(list => list.Consent)
        let label = LabelOf(entry.Meaning)
        where label is not null
        from phrase in Spread(Alternatives.Of(entry.Phrase).ToList())
        select (phrase, label.Value);

    public static List<PhraseHit> Find(Utterance utterance)
    {
        var hits = Book.Find(utterance);
        hits.RemoveAll(hit => hit.Meaning == Condition && IsYesWithAccent(utterance, hit.Start));
        return hits;
    }

    /// <summary>"Sí, me va bien" says yes where "si me va bien" is a condition: tokens have no accents, the customer's text has.</summary>
    private static bool IsYesWithAccent(Utterance utterance, int token) =>
        utterance.Tokens[token] is { Text: "si" } si && utterance.Source.AsSpan(si.Start, si.End - si.Start).ContainsAny("íìÍÌ");

    public static List<PhraseHit> FindTopics(Utterance utterance) => TopicBook.Find(utterance);

    public static bool HasAgreement(Utterance utterance) => AgreementBook.Find(utterance).Count > 0;

    public static Utterance WithoutInert(Utterance utterance) =>
        utterance with { Tokens = [.. utterance.Tokens.Where(token => !IsInert(token.Text))] };

    public static bool IsInert(string word) => InertWords.Contains(word);

    public static bool IsContrast(string word) => ContrastWords.Contains(word);

    /// <summary>Whether its phrases are read as a part of the answer.</summary>
    public static bool Answers(string meaning) => meaning is not (Charging or Joint or Inert or Contrast or Agreement);

    public static bool IsPart(string meaning) => meaning is Part or Data or Place or Control;

    /// <summary>The longest at each place; of equal ones, what is not a yes.</summary>
    public static List<PhraseHit> Longest(List<PhraseHit> all, int tokens)
    {
        var longest = new List<PhraseHit>();
        for (var at = 0; at < tokens; at++)
        {
            var here = all.Where(hit => hit.Start == at).OrderByDescending(hit => hit.Length).ThenBy(hit => Caution(hit.Meaning)).ToList();
            if (here.Count > 0)
            {
                longest.Add(here[0]);
                at = here[0].End - 1;
            }
        }
        return longest;
    }

    private static HashSet<string> WordsOf(string meaning) =>
        [.. All.Where(entry => entry.Meaning == meaning).Select(entry => Normaliser.Compact(entry.Phrase))];

    private static IEnumerable<string> Spread(List<string> phrases) =>
        phrases.Where((_, at) => at % Math.Max(1, phrases.Count / Taught) == 0);

    private static ConsentLabel? LabelOf(string meaning) => meaning switch
    {
        Yes or Soft or NoProblem or NotAtAll => ConsentLabel.Yes,
        No => ConsentLabel.No,
        Unclear => ConsentLabel.Unclear,
        Ask => ConsentLabel.Question,
        _ => null,
    };

    private static int Caution(string meaning) => meaning switch
    {
        NoProblem or NotAtAll => 0,
        Unclear => 1,
        No => 2,
        Yes => 3,
        Soft => 4,
        Condition => 5,
        Part or Whole or Data or Place or Control => 6,
        _ => 7,
    };
}
