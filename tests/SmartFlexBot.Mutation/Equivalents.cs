namespace SmartFlexBot.Mutation;

/// <summary>Faults that are none: by hand, each with the reason. They are tried, and don't count when nobody notices them.</summary>
internal static class Equivalents
{
    private static readonly (string File, string Original, string Changed, string Reason)[] Known =
    [
        ("Tariffs/PriceWindow.cs", "piece.From < start", "piece.From <= start", "the later of two equal moments is either"),
    ];

    public static string? Of(Fault fault) => Known.FirstOrDefault(known =>
        fault.File.EndsWith(known.File, StringComparison.Ordinal) && fault.Original == known.Original
            && fault.Changed == known.Changed).Reason;
}
