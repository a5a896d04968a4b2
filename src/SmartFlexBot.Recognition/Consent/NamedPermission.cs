using SmartFlexBot.Recognition.Words;
using static SmartFlexBot.Recognition.Consent.ConsentPhrases;

namespace SmartFlexBot.Recognition.Consent;

/// <summary>What one of several permissions is about.</summary>
public enum ConsentTopic
{
    /// <summary>Reading the device's data, its location too.</summary>
    Data,

    /// <summary>Starting and stopping its charging.</summary>
    Control,
}

/// <summary>
/// The answer to one permission of several. "Yes to the data" is a part of a yes where both are asked for, all of it where the data is,
/// and nothing where the control is.
/// </summary>
public static class NamedPermission
{
    /// <summary>More beside the yes and what it is for, and it may be a remark: "so you want the data, ok".</summary>
    private const int MostOtherWords = 2;

    /// <param name="asked">The permission that the question was about, and no other.</param>
    public static ConsentAnswer Recognise(string text, ConsentTopic asked)
    {
        var answer = ConsentRecogniser.Recognise(text, ConsentQuestion.Permission);
        return answer.Label switch
        {
            ConsentLabel.Yes when asked == ConsentTopic.Data && Topics(text).Exists(IsOfCharging) => new(ConsentLabel.Unclear),
            ConsentLabel.Unclear when Named(text, asked) is { Label: ConsentLabel.Yes } named => named,
            _ => answer,
        };
    }

    /// <summary>An explicit yes to this one by its name: it needs no question of its own.</summary>
    public static bool IsGiven(string text, ConsentTopic topic) => Named(text, topic).IsExplicitYes;

    /// <summary>What is said beside the name of the permission; unclear where it is not named, or another one is too.</summary>
    private static ConsentAnswer Named(string text, ConsentTopic topic)
    {
        var utterance = Spelling.Correct(Normaliser.Read(text));
        var hits = FindTopics(utterance);
        var own = hits.FindAll(hit => IsOf(hit.Meaning, topic));
        if (!own.Exists(hit => hit.Meaning == Core(topic)))
        {
            return new(ConsentLabel.Unclear);
        }
        var rest = utterance with { Tokens = [.. utterance.Tokens.Where((_, token) => !IsName(token))] };
        var said = Longest(Find(rest), rest.Count);
        var others = rest.Count - said.Where(hit => hit.Meaning is Yes or Soft or Whole).Sum(hit => hit.Length);
        return others > MostOtherWords ? new(ConsentLabel.Unclear) : ConsentRecogniser.Recognise(rest, ConsentQuestion.Permission);

        bool IsName(int token) => own.Exists(hit => hit.Covers(token)) || IsJoint(token);

        // "to the data"
        bool IsJoint(int token) => hits.Exists(hit => hit.Meaning == Joint && hit.Covers(token))
            && token + 1 < utterance.Count && IsName(token + 1);
    }

    private static string Core(ConsentTopic topic) => topic == ConsentTopic.Data ? Data : Control;

    private static bool IsOf(string meaning, ConsentTopic topic) => topic == ConsentTopic.Data
        ? meaning is Data or Place
        : meaning is Control or Charging;

    private static bool IsOfCharging(PhraseHit hit) => hit.Meaning is Charging or Control;

    private static List<PhraseHit> Topics(string text) => FindTopics(Spelling.Correct(Normaliser.Read(text)));
}
