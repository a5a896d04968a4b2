using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Conversations.Store;

/// <summary>Everything a turn decided, serialised.</summary>
internal sealed record TurnCommit(ConversationKey Conversation, TurnSubject Subject)
{
    /// <summary>Stored when its version is still <see cref="ExpectedVersion"/>, and then one more.</summary>
    public required string State { get; init; }

    public required long ExpectedVersion { get; init; }

    public required Outgoing Outgoing { get; init; }

    /// <summary>Null: it stays as it was.</summary>
    public OriginChange? NewOrigin { get; init; }

    /// <summary>Each is stored when its version is still the expected one; else nothing of the commit is.</summary>
    public required IReadOnlyList<RecordChange> Records { get; init; }

    /// <summary>A key that was ever used before is ignored.</summary>
    public required IReadOnlyList<CommandRequest> Commands { get; init; }

    /// <summary>Null ends the watch. One that exists keeps what it last saw.</summary>
    public required IReadOnlyList<((string Kind, string Key) Name, WatchRequest? Watch)> Watches { get; init; }

    /// <summary>Without JSON the reminder is cancelled.</summary>
    public required IReadOnlyList<(string Key, long DueAt, string? Json)> Reminders { get; init; }

    /// <summary>A key that was ever used before is ignored.</summary>
    public required IReadOnlyList<BusinessEvent> Events { get; init; }

    /// <summary>Events for other conversations.</summary>
    public required IReadOnlyList<InboxEvent> Posts { get; init; }
}

/// <param name="Origin">As JSON.</param>
/// <param name="Owner">Null: whoever it is.</param>
internal sealed record OriginChange(string Origin, string? Owner);

/// <summary>What a turn answers.</summary>
internal abstract record TurnSubject
{
    private TurnSubject() { }

    /// <summary>
    /// An item of the inbox: the commit marks it as done and erases its secret, and the same of all that came before it about the same.
    /// </summary>
    /// <param name="About">Null for what a customer sent.</param>
    public sealed record Item(long Id, string? About) : TurnSubject;

    /// <summary>An activity that the commit accepts too, done at once, unless others wait before it.</summary>
    /// <param name="Opening">Of a conversation that the commit opens; null when it must exist.</param>
    public sealed record AtOnce(Arrival Arrival, Opening? Opening) : TurnSubject;
}

/// <summary>What is said to the customer: the next entries of the log.</summary>
/// <param name="Activities">JSON without ids and times: those are given by the commit.</param>
internal sealed record Outgoing(IReadOnlyList<string> Activities, OutgoingWay Way)
{
    /// <summary>What an entry's row holds, by its JSON and the number that only the commit knows; set on the way into rows.</summary>
    public Func<string, long, string>? Logging { get; init; }
}

/// <summary>How what is said reaches the customer.</summary>
internal enum OutgoingWay
{
    /// <summary>Each entry waits in the outbox until its channel has taken it.</summary>
    Outbox,

    /// <summary>The channel reads the log by itself.</summary>
    Log,

    /// <summary>The answer in the sender's own request: kept with its item for those who ask again.</summary>
    Request,
}

/// <summary>An item that is put off, or aside for good.</summary>
/// <param name="Postponed">Null marks the item as done.</param>
internal sealed record FallbackCommit(ConversationKey Conversation, long Item, Postponement? Postponed, Outgoing Outgoing);

/// <param name="Attempts">Runs so far.</param>
/// <param name="NotBefore">Unix milliseconds.</param>
/// <param name="Told">The customer knows that this takes longer.</param>
internal sealed record Postponement(int Attempts, long NotBefore, bool Told);

/// <summary>A record to be written.</summary>
/// <param name="Content">Null deletes it, and its row stays until it expires.</param>
/// <param name="IsEvidence">It is kept apart, for its own time.</param>
/// <param name="IsListed">It gets the next number.</param>
internal sealed record RecordChange(
    string Kind, string Key, long ExpectedVersion, string? Content, bool IsEvidence, long? ExpiresAt, bool IsListed = false);
