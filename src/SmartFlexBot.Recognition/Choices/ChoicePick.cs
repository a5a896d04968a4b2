namespace SmartFlexBot.Recognition.Choices;

public enum ChoiceOutcome
{
    /// <summary>The words do not pick; they may still say something else.</summary>
    NotAPick,
    Picked,

    /// <summary>"Neither", "none of these".</summary>
    NoneOfThem,
}

/// <param name="Index">The place in the offered list, from 0; only with <see cref="ChoiceOutcome.Picked"/>.</param>
public readonly record struct ChoicePick(ChoiceOutcome Outcome, int Index = -1)
{
    public bool IsPicked => Outcome == ChoiceOutcome.Picked;
}
