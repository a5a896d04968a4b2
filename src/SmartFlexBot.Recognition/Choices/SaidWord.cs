namespace SmartFlexBot.Recognition.Choices;

/// <summary>What a word does in the answer to a list; of two, the later one counts.</summary>
internal enum WordRole
{
    /// <summary>Says something: a name, or what has nothing to do with the list.</summary>
    Plain,

    /// <summary>"not", "or": turns what was said into something else.</summary>
    Denial,

    /// <summary>What people say around the names of devices: "we have", "at home".</summary>
    Talk,

    /// <summary>"I'll take", "my", "one".</summary>
    Choosing,

    /// <summary>Articles and politeness: they change no answer.</summary>
    Around,
}

/// <param name="Text">A token, or a trim in one word.</param>
internal readonly record struct SaidWord(string Text, WordRole Role);
