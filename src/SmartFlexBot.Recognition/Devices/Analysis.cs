using SmartFlexBot.Recognition.Lexicon;
using SmartFlexBot.Recognition.Names;
using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Devices;

/// <summary>One utterance with all that the stages find out about it.</summary>
internal sealed class Analysis
{
    private readonly bool[] _explained;
    private IReadOnlyList<PhraseHit>? _trims;

    public Analysis(Utterance utterance, RecognitionContext context, DeviceLexicon lexicon)
    {
        Utterance = utterance;
        Context = context;
        Lexicon = lexicon;
        Cues = CueWords.Phrases.Find(utterance);
        Spellings = Spelling.All(utterance, lexicon);
        Spans = SpanFinder.Find(utterance, Spellings, lexicon);
        _explained = Explain();
    }

    public Utterance Utterance { get; }

    public RecognitionContext Context { get; }

    public DeviceLexicon Lexicon { get; }

    public IReadOnlyList<Device> Devices => Lexicon.Devices;

    public IReadOnlyList<Family> Families => Lexicon.Families;

    public IReadOnlyList<Make> Makes => Lexicon.Makes;

    public List<PhraseHit> Cues { get; }

    public List<Spelling> Spellings { get; }

    public List<NameSpan> Spans { get; }

    public IReadOnlyList<PhraseHit> TrimHits => _trims ??= Trims.Find(Utterance);

    public bool Has(string cue) => Cues.Exists(hit => hit.Meaning == cue);

    public IEnumerable<PhraseHit> All(string cue) => Cues.Where(hit => hit.Meaning == cue);

    public bool HasCueWithin(string cue, int start, int end) =>
        Cues.Exists(hit => hit.Meaning == cue && hit.Start < end && hit.End > start);

    /// <summary>Whether nothing else is said but words that carry nothing, or other names.</summary>
    public bool IsAllThatIsSaid(NameSpan span)
    {
        for (var i = 0; i < _explained.Length; i++)
        {
            if (!_explained[i] && (i < span.Start || i >= span.End))
            {
                return false;
            }
        }
        return true;
    }

    public bool IsFiller(int token) => CueWords.Fillers.Contains(Utterance.Tokens[token].Text);

    public bool IsElectric(int token) => CueWords.ElectricWords.Contains(Utterance.Tokens[token].Text);

    private bool[] Explain()
    {
        var explained = new bool[Utterance.Count];
        for (var i = 0; i < explained.Length; i++)
        {
            explained[i] = IsFiller(i) || Utterance.Tokens[i].IsNumber;
        }
        foreach (var hit in Cues.Where(hit => hit.Meaning != CueWords.Ordinary))
        {
            Array.Fill(explained, true, hit.Start, hit.Length);
        }
        foreach (var span in Spans.Where(IsStrong))
        {
            Array.Fill(explained, true, span.Start, span.Length);
        }
        return explained;
    }

    private static bool IsStrong(NameSpan span) =>
        span.Entry.IsStrongMake || span.Entry.Names.Any(target => target.Strength == Strength.Strong && target.Fit > Fit.Part);
}
