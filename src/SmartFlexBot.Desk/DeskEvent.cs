using System.Globalization;
using SmartFlexBot.Onboarding.HandOvers;

namespace SmartFlexBot.Desk;

/// <summary>
/// Something that a desk page shows. Each tells the whole of what it is about, as it is now: the same one twice changes nothing.
/// </summary>
/// <param name="Cursor">Where the page is once it has taken this.</param>
public abstract record DeskEvent(DeskCursor Cursor)
{
    /// <summary>Began, changed or ended.</summary>
    public sealed record Changed(DeskCursor Cursor, HandOver HandOver) : DeskEvent(Cursor);

    public sealed record Noted(DeskCursor Cursor, DeskNote Note) : DeskEvent(Cursor);

    public sealed record Tasked(DeskCursor Cursor, DeskTask Task) : DeskEvent(Cursor);

    public sealed record Attended(DeskCursor Cursor, DeskAgentPresence Agent) : DeskEvent(Cursor);

    /// <summary>Said in the chat that is open in the page.</summary>
    public sealed record Said(DeskCursor Cursor, ThreadLine Line) : DeskEvent(Cursor);

    /// <summary>The customer of the chat that is open in the page is typing. Not kept: who comes back later is not told.</summary>
    public sealed record Typing(DeskCursor Cursor) : DeskEvent(Cursor);
}

/// <summary>
/// Where a page is in what happens: the number of the last change of the desk, and of the last line of the chat that is open. As text it is
/// an event's id, which a browser sends back as Last-Event-ID, to whichever node.
/// </summary>
public readonly record struct DeskCursor(long Change, long Line)
{
    public static DeskCursor None => default;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Change}.{Line}");

    /// <returns><see cref="None"/> for what is no cursor.</returns>
    public static DeskCursor Parse(string? text) =>
        text?.Split('.') is [var change, var line] && IsNumber(change, out var first) && IsNumber(line, out var second)
            ? new(first, second)
            : None;

    private static bool IsNumber(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
