using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Consent;

/// <summary>
/// Reads the answer to a question of consent. In doubt it is unclear, and asked again: only words that all agree are an explicit yes.
/// </summary>
public static class ConsentRecogniser
{
    private const string Yes = "yes";
    private const string Soft = "soft";
    private const string No = "no";
    private const string Unclear = "unclear";
    private const string NoProblem = "noProblem";
    private const string NotAtAll = "notAtAll";
    private const string Ask = "ask";
    private const string Condition = "but";
    private const string Negation = "neg";
    private const string Filler = "filler";

    /// <summary>More words that we do not know than this, and it is not an answer to our question.</summary>
    private const int MostUnknownWords = 2;

    private static readonly PhraseBook Phrases = new(WordLists.Phrases(list => list.Consent));

    public static ConsentAnswer Recognise(string text, ConsentQuestion question)
    {
        var utterance = Normaliser.Read(text);
        var all = Phrases.Find(utterance);
        var said = Longest(all, utterance.Count);
        bool Has(string meaning) => said.Exists(hit => hit.Meaning == meaning);

        if (IsQuestion(utterance, all, said))
        {
            return new(ConsentLabel.Question);
        }
        if (Has(Unclear) || utterance.HasQuestionMark || utterance.IsCut || IsNumero(utterance))
        {
            return new(ConsentLabel.Unclear);
        }
        var agrees = Has(Yes) || Has(Soft);
        var denies = Has(No) || IsNegated(all, said);
        if (agrees && Has(No))
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
        var unknown = UnknownWords(utterance, said, all);
        return unknown > MostUnknownWords
            ? new(ConsentLabel.Unclear)
            : Agreed(Has(Yes) && unknown == 0 ? YesStrength.Explicit : YesStrength.Soft);
    }

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

    /// <summary>Asking words at the start, or a question mark behind more than an answer; "ok?" and "hello?" ask nothing.</summary>
    private static bool IsQuestion(Utterance utterance, List<PhraseHit> all, List<PhraseHit> said)
    {
        var content = utterance.Count - said.Where(hit => hit.Meaning is not (Ask or Filler or Condition)).Sum(hit => hit.Length);
        if (utterance.HasQuestionMark && content > 0)
        {
            return true;
        }
        var asking = all.Where(hit => hit.Meaning == Ask).ToList();
        var covered = said.Exists(hit => hit.Start == 0 && hit.Meaning is Yes or Soft or No);
        return asking.Exists(hit => hit.Start == 0 && hit.Length < utterance.Count && !covered)
            || asking.Exists(hit => hit.Start > 0 && said.Exists(other => other.Meaning == Condition && other.End == hit.Start));
    }

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

    /// <summary>The longest at each place; of equal ones, what is not a yes.</summary>
    private static List<PhraseHit> Longest(List<PhraseHit> all, int tokens)
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

    private static int Caution(string meaning) => meaning switch
    {
        NoProblem or NotAtAll => 0,
        Unclear => 1,
        No => 2,
        Yes => 3,
        Soft => 4,
        Condition => 5,
        _ => 6,
    };

    private static int UnknownWords(Utterance utterance, List<PhraseHit> said, List<PhraseHit> all)
    {
        var known = new bool[utterance.Count];
        foreach (var hit in all.Where(hit => hit.Meaning == Filler).Concat(said))
        {
            Array.Fill(known, hit.Meaning is not (Ask or Negation or Condition), hit.Start, hit.Length);
        }
        return known.Count(word => !word);
    }
}
