namespace SmartFlexBot.Recognition.Consent;

/// <summary>What kind of yes is asked for; it decides what the same words are worth.</summary>
public enum ConsentQuestion
{
    /// <summary>Tariff terms. Only an explicit yes counts, and "no problem" says too little.</summary>
    Contract,

    /// <summary>Use of data, location or control of the device.</summary>
    Permission,

    /// <summary>"Shall I start the test charge?": "no problem" agrees.</summary>
    TestCharge,

    /// <summary>"Do you mind if ...?": "no" and "not at all" agree.</summary>
    DoYouMind,

    /// <summary>"Is this right?"</summary>
    Check,
}

public enum ConsentLabel
{
    Unclear,
    Yes,
    No,
    Question,
}

public enum YesStrength
{
    None,

    /// <summary>Agreement in passing ("sounds good", a thumb): enough to go on, not enough for a contract.</summary>
    Soft,
    Explicit,
}

public readonly record struct ConsentAnswer(ConsentLabel Label, YesStrength Strength = YesStrength.None)
{
    /// <summary>The only answer, besides the button of its card, that a contract may take.</summary>
    public bool IsExplicitYes => Label == ConsentLabel.Yes && Strength == YesStrength.Explicit;
}
