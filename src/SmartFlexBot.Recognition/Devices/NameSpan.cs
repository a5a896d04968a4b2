using SmartFlexBot.Recognition.Lexicon;

namespace SmartFlexBot.Recognition.Devices;

/// <summary>A run of tokens that is a key of the lexicon.</summary>
/// <param name="Cost">How far the spelling departs from what was written; 0 is exact.</param>
internal sealed record NameSpan(int Start, int Length, NameEntry Entry, int Cost, int Characters)
{
    public int End => Start + Length;

    public bool IsSameAs(NameSpan other) => Start == other.Start && Length == other.Length && ReferenceEquals(Entry, other.Entry);

    public bool Overlaps(NameSpan other) => Start < other.End && other.Start < End;
}
