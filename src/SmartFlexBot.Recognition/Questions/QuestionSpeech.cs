using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Questions;

/// <summary>The words by which one language asks, whatever about.</summary>
internal sealed class QuestionSpeech(QuestionWords words)
{
    private const string Asking = "asking";
    private const string Wondering = "wondering";
    private const string Lead = "lead";
    private const string Around = "around";
    private const string Article = "article";

    private readonly PhraseBook _phrases = new([
        .. words.Asking.Select(phrase => (Asking, phrase)), .. words.Wondering.Select(phrase => (Wondering, phrase)),
        .. words.Lead.Select(phrase => (Lead, phrase)), .. words.Around.Select(phrase => (Around, phrase)),
        .. words.Articles.Select(phrase => (Article, phrase))]);

    public SpokenQuestion Read(Utterance utterance)
    {
        var hits = _phrases.Find(utterance);
        var clauses = Clauses(utterance);
        return new(
            [.. clauses.Select(clause => Asks(clause, hits))], clauses, Covered(utterance, hits),
            Covered(utterance, hits.FindAll(hit => hit.Meaning == Article)));
    }

    private static bool[] Covered(Utterance utterance, List<PhraseHit> hits)
    {
        var covered = new bool[utterance.Count];
        foreach (var hit in hits)
        {
            Array.Fill(covered, true, hit.Start, hit.Length);
        }

        return covered;
    }

    /// <summary>From one comma or stop to the next.</summary>
    private static List<Clause> Clauses(Utterance utterance)
    {
        var clauses = new List<Clause>();
        for (var token = 0; token < utterance.Count; token++)
        {
            if (token == 0 || utterance.Tokens[token].AfterBreak)
            {
                clauses.Add(new(token, token));
            }

            clauses[^1] = clauses[^1] with { End = token + 1 };
        }

        return clauses;
    }

    /// <summary>It begins as a question does, after "and", "hello" and the like, or says somewhere that it is one.</summary>
    private static bool Asks(Clause clause, List<PhraseHit> hits)
    {
        var begins = new HashSet<int> { clause.Start };
        for (var token = clause.Start; token < clause.End; token++)
        {
            foreach (var hit in hits.Where(hit => hit.Start == token && begins.Contains(token)))
            {
                if (hit.Meaning == Asking)
                {
                    return true;
                }

                if (hit.Meaning == Lead)
                {
                    begins.Add(hit.End);
                }
            }
        }

        return hits.Exists(hit => hit.Meaning == Wondering && hit.Start >= clause.Start && hit.End <= clause.End);
    }
}

/// <summary>The tokens from <paramref name="Start"/> up to <paramref name="End"/>.</summary>
internal readonly record struct Clause(int Start, int End);

/// <param name="Asks">Which of the clauses ask.</param>
/// <param name="IsSmall">Which tokens say nothing by themselves.</param>
/// <param name="IsArticle">Which of them go with a noun.</param>
internal sealed record SpokenQuestion(
    IReadOnlyList<bool> Asks, IReadOnlyList<Clause> Clauses, IReadOnlyList<bool> IsSmall, IReadOnlyList<bool> IsArticle)
{
    public bool IsAsked => Asks.Contains(true);
}
