namespace SmartFlexBot.Desk;

/// <summary>
/// What an agent needs to know at a glance. Rows and words are in the agent's language; what customers said or read stays in theirs. No
/// secret and no link that works is in it.
/// </summary>
/// <param name="Summary">Under 80 words.</param>
/// <param name="Suggestion">What to do next, with what one key may carry out; null when nothing is to be suggested.</param>
/// <param name="Flags">Such as vulnerability or a complaint, most urgent first.</param>
/// <param name="ReadAt">When it was made.</param>
/// <param name="Unread">Why Kraken's side is missing or old; null when it was read.</param>
public sealed record Pack(
    string Summary,
    PackSuggestion? Suggestion,
    IReadOnlyList<string> Flags,
    IReadOnlyList<PackSection> Sections,
    DateTimeOffset ReadAt,
    string? Unread);

/// <summary>A group of rows: customer, devices, Kraken, test, consents, tariff, steps, tries.</summary>
public sealed record PackSection(string Id, string Title, IReadOnlyList<PackRow> Rows);

/// <param name="At">When the value was true: a read of Kraken, an answer, a step; null where it does not age.</param>
public sealed record PackRow(string Label, string Value, DateTimeOffset? At)
{
    /// <summary>The value is that moment itself, in words: a page writes it as it writes all times.</summary>
    public bool IsMoment { get; init; }
}

/// <param name="Text">A sentence for the agent.</param>
/// <param name="Reply">A message to put into the composer, in the customer's language; null when it is none.</param>
public sealed record PackSuggestion(string Text, string? Reply);
