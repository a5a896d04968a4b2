using SmartFlexBot.Recognition.Words;
using static SmartFlexBot.Recognition.Consent.ConsentPhrases;

namespace SmartFlexBot.Recognition.Consent;

/// <summary>
/// Reads the answer to a question of consent. In doubt it is unclear, and asked again: only words that all agree are an explicit yes.
/// </summary>
public static class ConsentRecogniser
{
    /// <summary>More words that we do not know than this, and it is not an answer to our question.</summary>
    private const int MostUnknownWords = 2;

    public static ConsentAnswer Recognise(string text, ConsentQuestion question) => Recognise(text, question, ConsentModel.Shipped);

    internal static ConsentAnswer Recognise(string text, ConsentQuestion question, ConsentModel model) =>
        Recognise(Spelling.Correct(Normaliser.Read(text)), question, model);

    internal static ConsentAnswer Recognise(Utterance utterance, ConsentQuestion question) =>
        Recognise(utterance, question, ConsentModel.Shipped);

    private static ConsentAnswer Recognise(Utterance utterance, ConsentQuestion question, ConsentModel model)
    {
        var answer = Read(utterance, question, model);
        var rest = WithoutInert(utterance);
        if (answer.Label != ConsentLabel.Unclear || rest.Count == 0 || rest.Count == utterance.Count || HasDoubt(utterance))
        {
            return answer;
        }
        var again = Read(rest, question, model);
        return again.Label is ConsentLabel.Yes or ConsentLabel.No ? again : answer;
    }

    /// <summary>Then it is unclear by its own words, and not by those between them: "sí, hombre", "yes, if you must, mate".</summary>
    private static bool HasDoubt(Utterance utterance) =>
        Find(utterance).Exists(hit => hit.Meaning is Unclear or Condition || IsPart(hit.Meaning));

    private static ConsentAnswer Read(Utterance utterance, ConsentQuestion question, ConsentModel model)
    {
        var heard = Heard(utterance, question);
        return IsPermission(question) ? ConsentSecondLook.Take(heard, model.Weigh(utterance)) : heard.Answer;
    }

    /// <summary>What the tables hear, and on what grounds.</summary>
    internal static HeardConsent Heard(Utterance utterance, ConsentQuestion question)
    {
        var all = Find(utterance);
        var said = Longest(all, utterance.Count);
        return new(Hear(utterance, all, said, question), ConsentGrounds.Of(utterance, all, said));
    }

    /// <summary>Here every word counts. A check may name what is checked ("yes, the Zoe"); "do you mind" turns words round.</summary>
    private static bool IsPermission(ConsentQuestion question) =>
        question is ConsentQuestion.Contract or ConsentQuestion.Permission or ConsentQuestion.TestCharge;

    private static ConsentAnswer Hear(Utterance utterance, List<PhraseHit> all, List<PhraseHit> said, ConsentQuestion question)
    {
        bool Has(string meaning) => said.Exists(hit => hit.Meaning == meaning);

        if (ConsentAsking.IsQuestion(utterance, all, said))
        {
            return new(ConsentLabel.Question);
        }
        var isConditional = said is [{ Meaning: Condition }, ..] && said[0].Start == 0;
        if (Has(Unclear) && !EndsInNo(said) || isConditional || utterance.HasQuestionMark || utterance.IsCut || IsNumero(utterance))
        {
            return new(ConsentLabel.Unclear);
        }
        var agrees = Has(Yes) || Has(Soft);
        var denies = Has(No) || IsNegated(all, said);
        var isInPart = IsPermission(question) && said.Exists(hit => IsPart(hit.Meaning)) && !all.Exists(hit => hit.Meaning == Whole);
        if (agrees && (Has(No) || isInPart))
        {
            return new(ConsentLabel.Unclear);
        }
        if (Has(NoProblem) || Has(NotAtAll))
        {
            return Idiom(question, Has(NoProblem), agrees, denies);
        }
        if (denies)
        {
            return question == ConsentQuestion.DoYouMind && !Has(Condition) ? Agreed(YesStrength.Soft) : new(ConsentLabel.No);
        }
        if (!agrees || Has(Condition) || question == ConsentQuestion.DoYouMind && !Has(Soft))
        {
            return new(ConsentLabel.Unclear);
        }
        var unknown = ConsentGrounds.UnknownWords(utterance, said, all);
        var isExplicit = Has(Yes) && unknown == 0 && (question != ConsentQuestion.Contract || HasAgreement(utterance));
        return unknown > MostUnknownWords ? new(ConsentLabel.Unclear) : Agreed(isExplicit ? YesStrength.Explicit : YesStrength.Soft);
    }

    /// <summary>"Not sure, better not", "I think I'll leave it": a doubt that ends in a no.</summary>
    private static bool EndsInNo(List<PhraseHit> said) =>
        said.FindLast(hit => hit.Meaning is not (Filler or Negation)) is { Meaning: No, Length: > 1 } no
        && !said.Exists(hit => hit.Start < no.Start && hit.Meaning is Yes or Soft or Condition);

    private static ConsentAnswer Agreed(YesStrength strength) => new(ConsentLabel.Yes, strength);

    /// <summary>"No. 2" says which, and not no.</summary>
    private static bool IsNumero(Utterance utterance) => utterance.Tokens is [{ Text: "no" }, { IsNumber: true }];

    /// <summary>
    /// "No problem" agrees where something is about to be done; to terms it says nothing. "Not at all" answers "do you mind?".
    /// </summary>
    private static ConsentAnswer Idiom(ConsentQuestion question, bool noProblem, bool agrees, bool denies) => question switch
    {
        _ when denies => new(ConsentLabel.Unclear),
        ConsentQuestion.DoYouMind => Agreed(YesStrength.Soft),
        ConsentQuestion.TestCharge or ConsentQuestion.Permission when noProblem || agrees => Agreed(YesStrength.Soft),
        _ when agrees => Agreed(YesStrength.Soft),
        _ => new(ConsentLabel.Unclear),
    };

    /// <summary>
    /// A word of agreement that is denied: "I do not accept", "nicht einverstanden", "je n'accepte pas"; not "yes, but not now".
    /// </summary>
    private static bool IsNegated(List<PhraseHit> all, List<PhraseHit> said)
    {
        var negations = all.FindAll(not => not.Meaning == Negation && !said.Exists(hit => Agrees(hit.Meaning) && hit.Contains(not)));
        var conditions = all.FindAll(hit => hit.Meaning == Condition);
        return said.Exists(hit => hit.Meaning is Yes or Soft && negations.Exists(not =>
            IsBeside(not, hit) && !conditions.Exists(but => but.Start >= hit.End && but.End <= not.Start)));
    }

    /// <summary>A "not" inside one of these ("not a problem", "why not") denies nothing.</summary>
    private static bool Agrees(string meaning) => meaning is NoProblem or NotAtAll or Yes or Soft;

    /// <summary>Up to two words before the agreement, or one behind it.</summary>
    private static bool IsBeside(PhraseHit not, PhraseHit agreement) =>
        agreement.Start - not.End is >= 0 and <= 2 || not.Start - agreement.End is 0 or 1;
}
