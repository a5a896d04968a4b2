using SmartFlexBot.Onboarding.Markets;

namespace SmartFlexBot.Onboarding.HandOvers;

/// <summary>
/// A note among agents: kept in a record of its own, and no code leads from it to a message. Secrets are masked before it is stored.
/// </summary>
public sealed record DeskNote(string Id, string HandOverId, string By, string ByName, string Text, DateTimeOffset At);

/// <summary>All notes of a hand-over, oldest first; the record's key is the hand-over's id.</summary>
public sealed record DeskNotes(string HandOverId, IReadOnlyList<DeskNote> Notes)
{
    public const string RecordKind = "handover-notes";
}

/// <summary>Something that a person will do for a customer by a certain time. The bot knows of it.</summary>
/// <param name="What">In the customer's language; empty where the kind says all.</param>
/// <param name="For">Who does it: an agent's id; null for whoever is there.</param>
/// <param name="By">The agent who promised it; null for the bot, which does when nobody is at the desk.</param>
/// <param name="SettledBy">Null while it is to be done.</param>
public sealed record DeskTask(
    string Id,
    string HandOverId,
    string Conversation,
    string? AccountNumber,
    string Locale,
    DeskTaskKind Kind,
    string What,
    DateTimeOffset DueAt,
    string? For,
    string? By,
    DateTimeOffset At,
    string? SettledBy = null,
    DateTimeOffset? SettledAt = null)
{
    /// <summary>The kind of its record while it is to be done.</summary>
    public const string OpenKind = "desk-task";

    /// <summary>The kind of its record once it is done.</summary>
    public const string SettledKind = "desk-task-settled";

    /// <summary>As the channel tells it; null when it tells none.</summary>
    public string? CustomerName { get; init; }

    /// <summary>Why the customer wanted a person.</summary>
    public HandOverReason Reason { get; init; }

    /// <param name="by">The agent who promises it; null for the bot.</param>
    public static DeskTask Of(
        HandOver handOver, string id, DeskTaskKind kind, string what, DateTimeOffset dueAt, string? @for, string? by, DateTimeOffset at) =>
        new(id, handOver.Id, handOver.Conversation, handOver.AccountNumber, handOver.Locale, kind, what, dueAt, @for, by, at)
        {
            CustomerName = handOver.CustomerName,
            Reason = handOver.Reason,
        };
}

public enum DeskTaskKind
{
    CallBack,
    EMail,
    Credit,
    Visit,
    Other,
}

/// <summary>An agent as last seen.</summary>
/// <param name="Languages">That they answer customers in.</param>
/// <param name="Capacity">How many chats at once.</param>
public sealed record DeskAgentPresence(
    string Id, string Name, IReadOnlyList<string> Languages, bool IsSupervisor, DeskPresence State, int Capacity, DateTimeOffset SeenAt)
{
    public const string RecordKind = "desk-agent";

    /// <summary>After so long without a sign, the browser counts as gone.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    public bool IsHere(DateTimeOffset now) => State != DeskPresence.Gone && now - SeenAt <= Lease;

    /// <summary>New chats may come.</summary>
    public bool IsAvailable(DateTimeOffset now) => State == DeskPresence.Available && IsHere(now);
}

public enum DeskPresence
{
    Available,

    /// <summary>On a break: their chats stay theirs, and no new ones come.</summary>
    Away,

    /// <summary>Signed out.</summary>
    Gone,
}
