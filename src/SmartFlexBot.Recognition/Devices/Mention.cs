using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Recognition.Lexicon;

namespace SmartFlexBot.Recognition.Devices;

/// <summary>A device as it was mentioned: one family, one of several, or a make alone.</summary>
/// <param name="Make">The make; -1 when the families have different ones.</param>
/// <param name="Families">Empty when only the make was said.</param>
/// <param name="Device">The variant; -1 when none was named.</param>
internal sealed record Mention(DeviceKind Kind, int Make, int[] Families, int Device, int Start, int Length, bool IsExact, Fit Fit)
{
    public int End => Start + Length;

    /// <summary>Where the name stands, without the make beside it.</summary>
    public int NameStart { get; init; } = Start;

    public int NameEnd { get; init; } = Start + Length;

    /// <summary>A word beside the name contradicts it, or is left over: it may be another device's.</summary>
    public bool IsDoubtful { get; init; }

    public bool IsMakeOnly => Families.Length == 0;

    /// <summary>Its make is said beside it, or is all that is said.</summary>
    public bool HasOwnMake => IsMakeOnly || Start != NameStart || End != NameEnd;

    public bool IsOneFamily => Families.Length == 1;

    /// <summary>Nothing stands between the two.</summary>
    public bool IsBeside(Mention other) => Start == other.End || End == other.Start;

    public bool IsSameAs(Mention other) =>
        Families.Intersect(other.Families).Any() || IsMakeOnly && other.IsMakeOnly && Make == other.Make;
}
