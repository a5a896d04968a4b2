using SmartFlexBot.Recognition.Names;
using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Choices;

/// <summary>An utterance as the answer to a list: what each of its words does in it.</summary>
internal sealed class ChoiceTalk
{
    private const string Around = "around";
    private const string Choosing = "choosing";
    private const string Place = "place";

    private static readonly PhraseBook Phrases = new(WordLists.Phrases(list => list.Choices));

    private readonly WordRole[] _roles;
    private readonly List<PhraseHit> _placeNouns;
    private readonly List<PhraseHit> _articles;

    public ChoiceTalk(Utterance utterance, bool isAboutDevices)
    {
        Utterance = utterance;
        IsAboutDevices = isAboutDevices;
        Cues = CueWords.Phrases.Find(utterance);
        _roles = new WordRole[utterance.Count];
        // A part of a written word is none: the "i" of "i3" is no English.
        var hits = Phrases.Find(utterance).FindAll(hit => utterance.IsWordStart(hit.Start) && utterance.IsWordEnd(hit.End));
        _placeNouns = hits.FindAll(hit => hit.Meaning == Place);
        _articles = hits.FindAll(hit => hit.Meaning == Around && !IsLetter(hit));
        Mark(WordRole.Denial, Cues.Where(cue => cue.Meaning is CueWords.Not or CueWords.Or));
        Mark(WordRole.Talk, Cues.Where(cue => cue.Meaning == CueWords.Filler && !IsLetter(cue)));
        Mark(WordRole.Choosing, hits.Where(hit => hit.Meaning == Choosing));
        Mark(WordRole.Around, hits.Where(hit => hit.Meaning == Around));
        Mark(WordRole.Plain, Trims.Find(utterance));
        Words = Trims.Read(utterance).ConvertAll(word => new SaidWord(word.Meaning, _roles[word.Start]));
    }

    public Utterance Utterance { get; }

    /// <summary>Then a pick may stand within what people say about theirs: "we have the 64 at home".</summary>
    public bool IsAboutDevices { get; }

    /// <summary>The words, with trims in one word each.</summary>
    public IReadOnlyList<SaidWord> Words { get; }

    public List<PhraseHit> Cues { get; }

    /// <summary>The places of the tokens that are more than articles and politeness; a letter may be part of a name ("a 3").</summary>
    public List<int> Weighty => [.. Enumerable.Range(0, Utterance.Count).Where(token => !_articles.Exists(hit => hit.Covers(token)))];

    /// <summary>"option", "number", "#": what may stand before a number that means a place.</summary>
    public bool IsPlaceNoun(int token) => _placeNouns.Exists(hit => hit.Covers(token));

    /// <summary>Whether nothing else was said but words of that role.</summary>
    public bool IsAll(WordRole around, Predicate<int> ofIt) =>
        Enumerable.Range(0, Utterance.Count).All(token => _roles[token] >= around || ofIt(token));

    /// <summary>One letter is more often a part of a name ("Model Y") than a word of another language.</summary>
    private bool IsLetter(PhraseHit hit) => hit.Length == 1 && Utterance.Tokens[hit.Start].Text.Length == 1;

    private void Mark(WordRole role, IEnumerable<PhraseHit> hits)
    {
        foreach (var hit in hits)
        {
            Array.Fill(_roles, role, hit.Start, hit.Length);
        }
    }
}
