namespace SmartFlexBot.Recognition.Names;

/// <summary>How much company a name needs before it is taken.</summary>
internal enum Strength
{
    /// <summary>An ordinary word or a bare number ("One", "2"): only directly beside its make.</summary>
    Bound,

    /// <summary>With its make anywhere in the utterance, or when the utterance says nothing else.</summary>
    Weak,
    Strong,
}
