using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Questions;

/// <summary>What an utterance is about, by the weights of its phrases in one language.</summary>
internal sealed class SubjectScores
{
    private readonly Dictionary<string, (string Subject, int Weight)> _meanings = [];
    private readonly PhraseBook _phrases;

    public SubjectScores(QuestionWords words)
    {
        var phrases = new List<(string, string)>();
        foreach (var (subject, weights) in words.Subjects)
        {
            foreach (var (weight, list) in weights)
            {
                var meaning = $"{subject} {weight}";
                _meanings[meaning] = (subject, weight);
                phrases.AddRange(list.Select(phrase => (meaning, phrase)));
            }
        }

        _phrases = new(phrases);
    }

    public List<SubjectScore> Of(Utterance utterance) =>
    [
        .. _phrases.Find(utterance)
            .Select(hit => (_meanings[hit.Meaning].Subject, Hit: new WeighedHit(hit.Start, hit.Length, _meanings[hit.Meaning].Weight)))
            .GroupBy(hit => hit.Subject, hit => hit.Hit)
            .Select(group => SubjectScore.Of(group.Key, group))
    ];
}

internal readonly record struct WeighedHit(int Start, int Length, int Weight)
{
    public int End => Start + Length;

    public bool Overlaps(WeighedHit other) => Start < other.End && other.Start < End;
}

/// <param name="Hits">What speaks for it, each token once.</param>
/// <param name="Against">What speaks against it, as a sum.</param>
internal sealed record SubjectScore(string Subject, IReadOnlyList<WeighedHit> Hits, int Against)
{
    public int Score => Hits.Sum(hit => hit.Weight) + Against;

    public int Tokens => Hits.Sum(hit => hit.Length);

    public int Start => Hits.Min(hit => hit.Start);

    /// <summary>The heaviest first, then the longest; what overlaps one that was taken says nothing new.</summary>
    public static SubjectScore Of(string subject, IEnumerable<WeighedHit> hits)
    {
        var taken = new List<WeighedHit>();
        var against = 0;
        foreach (var hit in hits.OrderByDescending(hit => hit.Weight).ThenByDescending(hit => hit.Length))
        {
            if (hit.Weight < 0)
            {
                against += hit.Weight;
            }
            else if (!taken.Exists(hit.Overlaps))
            {
                taken.Add(hit);
            }
        }

        return new(subject, taken, against);
    }

    /// <summary>Without the words that another subject has taken.</summary>
    public SubjectScore Beside(SubjectScore other) =>
        this with { Hits = [.. Hits.Where(hit => !other.Hits.Any(taken => taken.Overlaps(hit)))] };
}
