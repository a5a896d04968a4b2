using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Flow;

/// <summary>What the customer said, until it has had its effect.</summary>
internal sealed class Heard(Reply? reply)
{
    /// <summary>Something happened, and nobody spoke.</summary>
    public static Heard Nothing => new(reply: null);

    /// <summary>Still to be answered; null when nothing was said, or a question has taken it.</summary>
    public Reply? Open { get; private set; } = reply;

    /// <summary>It was said beside a question, which was answered.</summary>
    public bool IsRest { get; init; }

    /// <summary>It has had its effect, and must not be taken up again.</summary>
    public bool IsUsed { get; private set; }

    /// <summary>A question takes it: whatever comes after it has nothing to answer.</summary>
    public void Take() => Open = null;

    public void MarkUsed()
    {
        Open = null;
        IsUsed = true;
    }
}
