using SmartFlexBot.Recognition.Words;
using static SmartFlexBot.Recognition.Consent.ConsentPhrases;

namespace SmartFlexBot.Recognition.Consent;

/// <summary>What the tables' answer rests on.</summary>
internal static class ConsentGrounds
{
    public static Grounds Of(Utterance utterance, List<PhraseHit> all, List<PhraseHit> said) =>
        said is [var only] && only.Length == utterance.Count ? Grounds.Listed
        : IsConditional(utterance, said) ? Grounds.Conditional
        : IsTorn(said) ? Grounds.Denying
        : UnknownWords(utterance, said, all) == 0 ? Grounds.Pieced
        : said.Exists(hit => hit.Meaning is not (Filler or Negation or Whole) && !IsPart(hit.Meaning)) ? Grounds.Mixed
        : said.Exists(hit => hit.Meaning == Negation) ? Grounds.Denying
        : Grounds.Open;

    /// <summary>"Yes, as long as it costs nothing": an answer, and not whole; behind a "but" a question may come.</summary>
    private static bool IsConditional(Utterance utterance, List<PhraseHit> said) =>
        said.Exists(hit => hit.Meaning is Yes or Soft)
        && said.Exists(hit => hit.Meaning == Condition && !IsContrast(utterance.Tokens[hit.End - 1].Text));

    /// <summary>A condition or a doubt would explain it, and part of it may be refused.</summary>
    private static bool IsTorn(List<PhraseHit> said) =>
        said.Exists(hit => hit.Meaning == No) && said.Exists(hit => hit.Meaning is Yes or Soft)
        && !said.Exists(hit => hit.Meaning is Unclear or Condition || IsPart(hit.Meaning));

    public static int UnknownWords(Utterance utterance, List<PhraseHit> said, List<PhraseHit> all)
    {
        var known = new bool[utterance.Count];
        // What overlaps is known too: "oui vous pouvez" is listed, and so is "vous pouvez le faire".
        foreach (var hit in all.Where(hit => hit.Meaning is Filler or Yes or Soft or Whole).Concat(said))
        {
            Array.Fill(known, hit.Meaning is not (Ask or Negation or Condition), hit.Start, hit.Length);
        }
        return known.Count(word => !word);
    }
}
