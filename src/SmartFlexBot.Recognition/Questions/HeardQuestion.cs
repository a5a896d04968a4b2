using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Questions;

/// <summary>An utterance as one language hears it.</summary>
/// <param name="Scores">The subjects that it says enough about.</param>
internal sealed record HeardQuestion(Utterance Utterance, SpokenQuestion Speech, IReadOnlyList<SubjectScore> Scores)
{
    private SubjectScore? First => Scores.OrderByDescending(score => score.Score).ThenByDescending(score => score.Tokens).FirstOrDefault();

    /// <summary>Asked before merely said, then what says most.</summary>
    public (bool, int, int, int) Certainty => (Form != QuestionForm.Statement, First?.Score ?? 0, First?.Tokens ?? 0, Known);

    public Question Question => new(Subjects, Form, Rest);

    private bool IsAsked => Speech.IsAsked || Utterance.HasQuestionMark;

    private int Known => Speech.IsSmall.Count(small => small);

    private QuestionForm Form => (IsAsked, First) switch
    {
        (true, null) => Speech.IsSmall.All(small => small) ? QuestionForm.Bare : QuestionForm.Asked,
        (true, _) => QuestionForm.Asked,
        (false, null) => QuestionForm.Statement,
        _ => IsNothingElse ? QuestionForm.Keyword : QuestionForm.Statement,
    };

    private bool IsNothingElse => Enumerable.Range(0, Utterance.Count).All(token => Speech.IsArticle[token] || IsOfFirst(token));

    /// <summary>A second one counts by its own words alone: "what does leaving cost?" asks one thing.</summary>
    private string[] Subjects
    {
        get
        {
            if (First is not { } first)
            {
                return [];
            }

            var second = Scores.Where(score => score != first).Select(score => score.Beside(first))
                .Where(score => score.Score >= QuestionRecogniser.Enough)
                .MaxBy(score => (score.Score, score.Tokens));
            return second is null ? [first.Subject]
                : second.Start < first.Start ? [second.Subject, first.Subject]
                : [first.Subject, second.Subject];
        }
    }

    /// <summary>The clauses that ask nothing and have no word of what is asked about.</summary>
    private string Rest => !Speech.IsAsked ? "" : string.Join(", ", Speech.Clauses
        .Where((clause, index) => !Speech.Asks[index] && !Enumerable.Range(clause.Start, clause.End - clause.Start).Any(IsOfFirst))
        .Select(clause => Utterance.Words(clause.Start, clause.End - clause.Start)));

    private bool IsOfFirst(int token) => First is { } first && first.Hits.Any(hit => hit.Start <= token && token < hit.End);
}
