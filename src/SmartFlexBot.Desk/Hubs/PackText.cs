using System.Globalization;

namespace SmartFlexBot.Desk.Hubs;

/// <summary>A pack as plain lines, for a hub that shows text. Pure.</summary>
internal static class PackText
{
    public static IReadOnlyList<string> Of(Pack pack) =>
    [
        pack.Summary,
        .. pack.Flags.Count == 0 ? (string[])[] : [string.Join(" · ", pack.Flags)],
        .. pack.Suggestion is { } next ? (string[])[next.Text] : [],
        .. pack.Unread is { } unread ? (string[])[unread] : [],
        .. pack.Sections.SelectMany(Lines),
    ];

    private static IEnumerable<string> Lines(PackSection section) =>
        section.Rows.Select(row => $"- {row.Label}: {row.Value}{Age(row)}").Prepend($"{section.Title}:").Prepend("");

    private static string Age(PackRow row) =>
        row.At is { } at ? string.Create(CultureInfo.InvariantCulture, $" ({at.UtcDateTime:yyyy-MM-dd HH:mm} UTC)") : "";
}
