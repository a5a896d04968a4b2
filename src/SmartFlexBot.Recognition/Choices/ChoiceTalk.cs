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
    private readonly List<PhraseHit> _hits;

    public ChoiceTalk(Utterance utterance)
    {
        Utterance = utterance;
        Cues = CueWords.Phrases.Find(utterance);
        _hits = Phrases.Find(utterance);
        _roles = new WordRole[utterance.Count];
        Mark(WordRole.Denial, Cues.Where(cue => cue.Meaning is CueWords.Not or CueWords.Or));
        Mark(WordRole.Talk, Cues.Where(cue => cue.Meaning == CueWords.Filler && !IsLetter(cue)));
        Mark(WordRole.Choosing, _hits.Where(hit => hit.Meaning == Choosing));
        Mark(WordRole.Around, _hits.Where(hit => hit.Meaning == Around));
        Mark(WordRole.Plain, Trims.Find(utterance));
        Words = Trims.Read(utterance).ConvertAll(word => new SaidWord(word.Meaning, _roles[word.Start]));
    }

    public Utterance Utterance { get; }

    /// <summary>The words, with trims in one word each.</summary>
    public IReadOnlyList<SaidWord> Words { get; }

    public List<PhraseHit> Cues { get; }

    /// <summary>The places of the tokens that are more than articles and politeness.</summary>
    public List<int> Weighty => [.. Enumerable.Range(0, Utterance.Count).Where(token => _roles[token] != WordRole.Around)];

    /// <summary>"option", "number", "#": what may stand before a number that means a place.</summary>
    public bool IsPlaceNoun(int token) => _hits.Exists(hit => hit.Meaning == Place && hit.Covers(token));

    /// <summary>Whether nothing else was said, but for talk.</summary>
    public bool IsAll(Predicate<int> ofIt) =>
        Enumerable.Range(0, Utterance.Count).All(token => _roles[token] >= WordRole.Talk || ofIt(token));

    /// <summary>One letter is more often a part of a name ("Model Y") than a word of another language.</summary>
    private bool IsLetter(PhraseHit cue) => cue.Length == 1 && Utterance.Tokens[cue.Start].Text.Length == 1;

    private void Mark(WordRole role, IEnumerable<PhraseHit> hits)
    {
        foreach (var hit in hits)
        {
            Array.Fill(_roles, role, hit.Start, hit.Length);
        }
    }
}
