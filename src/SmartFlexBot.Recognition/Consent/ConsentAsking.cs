using SmartFlexBot.Recognition.Words;
using static SmartFlexBot.Recognition.Consent.ConsentPhrases;

namespace SmartFlexBot.Recognition.Consent;

/// <summary>Whether an answer asks something back.</summary>
internal static class ConsentAsking
{
    /// <summary>Behind one of these a verb asks nothing: "ja, das ist die richtige Adresse".</summary>
    private static readonly HashSet<string> Subjects = ["das", "dies", "es", "ich", "er", "sie", "it", "that", "this", "i", "we", "you"];

    /// <summary>Asking words at the start, or a question mark behind more than an answer; "ok?" and "hello?" ask nothing.</summary>
    public static bool IsQuestion(Utterance utterance, List<PhraseHit> all, List<PhraseHit> said)
    {
        var content = utterance.Count - said.Where(hit => hit.Meaning is not (Ask or Filler or Condition)).Sum(hit => hit.Length);
        if (utterance.HasQuestionMark && content > 0)
        {
            return true;
        }
        var asking = all.Where(hit => hit.Meaning == Ask).ToList();
        var covered = said.Exists(hit => hit.Start == 0 && hit.Meaning is Yes or Soft or No or Unclear);
        return asking.Exists(hit => hit.Start == 0 && utterance.Count > 1 && !covered)
            || asking.Exists(hit => hit.Start > 0 && said.Exists(other => other.Meaning == Condition && other.End == hit.Start)
                && IsContrast(utterance.Tokens[hit.Start - 1].Text))
            || said.Exists(hit => hit.Meaning == Ask && hit.End < utterance.Count && IsLead(utterance, said, hit.Start));
    }

    /// <summary>"Yes, and how long ...": nothing but agreement and small words stands before the question.</summary>
    private static bool IsLead(Utterance utterance, List<PhraseHit> said, int end) =>
        end > 0 && !Subjects.Contains(utterance.Tokens[end - 1].Text)
        && end == said.Where(hit => hit.End <= end && MayLead(utterance, hit)).Sum(hit => hit.Length);

    private static bool MayLead(Utterance utterance, PhraseHit hit) =>
        hit.Meaning is Yes or Soft or Filler || hit.Meaning == Condition && IsContrast(utterance.Tokens[hit.End - 1].Text);
}
