using SmartFlexBot.Recognition.Lexicon;

namespace SmartFlexBot.Recognition.Devices;

/// <summary>What a span means in this utterance: a make, or one or several families.</summary>
/// <param name="Device">The variant, when the words name one; else -1.</param>
internal sealed record Candidate(NameSpan Span, MakeTarget? Make, int[] Families, int Device, Fit Fit, bool Supported)
{
    public bool IsMake => Make is not null;

    /// <summary>Longer beats shorter, as written beats corrected, one name beats two that cover the same letters.</summary>
    public int Score => (10 * Span.Characters) - (6 * Span.Cost) - 5 + (IsMake ? 3 : (int)Fit) + (Supported ? 2 : Span.Cost > 1 ? -12 : 0);
}
