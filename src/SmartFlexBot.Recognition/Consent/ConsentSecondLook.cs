namespace SmartFlexBot.Recognition.Consent;

/// <summary>What an answer that was heard rests on.</summary>
internal enum Grounds
{
    /// <summary>One phrase of the lists, and nothing else was said.</summary>
    Listed,

    /// <summary>Several phrases, every word of them known.</summary>
    Pieced,

    /// <summary>Agreement under a condition.</summary>
    Conditional,

    /// <summary>Beside a phrase that answers stand words that no list knows.</summary>
    Mixed,

    /// <summary>There is a "not" with nothing known that it denies, or refusal and agreement in one: "nah, we're fine".</summary>
    Denying,

    /// <summary>No phrase answers, and there are words that no list knows.</summary>
    Open,
}

internal readonly record struct HeardConsent(ConsentAnswer Answer, Grounds Grounds);

/// <summary>
/// The model decides what the words leave open, and doubts a yes that was pieced together. It takes a yes away and never gives one: a
/// yes is a customer's own words, all of them from lists that people can read.
/// </summary>
internal static class ConsentSecondLook
{
    private const double Doubtful = 0.15;
    private const double Likely = 0.6;
    private const double Sure = 0.8;

    public static ConsentAnswer Take(HeardConsent heard, ConsentOdds odds) => (heard.Answer.Label, heard.Grounds) switch
    {
        (ConsentLabel.Yes, Grounds.Mixed) => NoYes(odds),
        (ConsentLabel.Yes, Grounds.Pieced) when odds.Yes < Doubtful => NoYes(odds),
        (ConsentLabel.Unclear, not (Grounds.Listed or Grounds.Conditional)) when odds.Question >= Sure => new(ConsentLabel.Question),
        (ConsentLabel.Unclear, Grounds.Denying) when odds.No >= Sure => new(ConsentLabel.No),
        _ => heard.Answer,
    };

    private static ConsentAnswer NoYes(ConsentOdds odds) => new(odds.Question >= Likely ? ConsentLabel.Question : ConsentLabel.Unclear);
}
