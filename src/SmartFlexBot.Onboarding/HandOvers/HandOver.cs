using SmartFlexBot.Onboarding.Markets;

namespace SmartFlexBot.Onboarding.HandOvers;

/// <summary>
/// One time that a customer is with people instead of with the bot, from the request to the end. It is changed by turns of its
/// conversation alone, as everything else in that conversation.
/// </summary>
/// <remarks>What must not be null says so in its getter: the generated JSON reader sets what is absent to null.</remarks>
public sealed record HandOver
{
    /// <summary>The kind of its record while it is open; the key is its <see cref="Id"/>.</summary>
    public const string OpenKind = "handover";

    /// <summary>The kind of its record once it has ended.</summary>
    public const string EndedKind = "handover-ended";

    /// <summary>Why it failed as it was asked for.</summary>
    public const string NobodyThere = "nobody-there";

    /// <summary>Opaque; names it everywhere, and nothing else.</summary>
    public required string Id { get; init; }

    /// <summary>Of the conversation: "channel|id".</summary>
    public required string Conversation { get; init; }

    /// <summary>The account that was vouched for; null when nobody vouched for the customer.</summary>
    public string? AccountNumber { get; init; }

    /// <summary>The home; null while it is not known.</summary>
    public int? PropertyId { get; init; }

    /// <summary>As the channel tells it; null when it tells none.</summary>
    public string? CustomerName { get; init; }

    /// <summary>The language that the customer is spoken to in, such as "de".</summary>
    public required string Locale { get; init; }

    public required HandOverReason Reason { get; init; }

    /// <summary>What the customer wrote that led to it, with secrets masked; empty when it was no word of theirs.</summary>
    public string Words { get => field ?? ""; init; } = "";

    /// <summary>The step that stood, by the key of its status text, such as "status.next.SignIn".</summary>
    public required string Step { get; init; }

    public HandOverState State { get; init; } = HandOverState.Requested;

    /// <summary>Who owns it while it is <see cref="HandOverState.Active"/>; null otherwise.</summary>
    public HandOverOwner? Owner { get; init; }

    /// <summary>The agent whom it was passed to and who has not taken it yet: others see so. Null for everybody.</summary>
    public string? PassedTo { get; init; }

    /// <summary>It goes before all others of its priority: its owner's browser is gone, or it was passed on.</summary>
    public bool IsAtHead { get; init; }

    /// <summary>The customer was quiet in the queue and has been asked once whether they still wait.</summary>
    public bool IsAskedWhetherWaiting { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>When it came into the state that it is in.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The first claim; null before.</summary>
    public DateTimeOffset? ClaimedAt { get; init; }

    /// <summary>An agent's first message to the customer; null before.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The customer was last heard.</summary>
    public DateTimeOffset HeardAt { get; init; }

    /// <summary>An agent last wrote to the customer; null before.</summary>
    public DateTimeOffset? SpokenAt { get; init; }

    /// <summary>How it came out; null while it is open, and where no agent ended it.</summary>
    public HandOverOutcome? Outcome { get; init; }

    /// <summary>An agent has put an answer right: it is confirmed with the customer.</summary>
    public bool IsEdited { get; init; }

    /// <summary>Where the bot goes on; <see cref="ResumePoint.AsItStands"/> unless an agent said otherwise.</summary>
    public ResumePoint Resume { get; init; }

    /// <summary>An agent has told the customer that the device is LIVE.</summary>
    public bool HasToldLive { get; init; }

    /// <summary>Another hand-over of this conversation with the same reason ended less than seven days before.</summary>
    public bool IsReopened { get; init; }

    /// <summary>What became known meanwhile, and was not said to the customer: the newest of them, oldest first.</summary>
    public IReadOnlyList<HandOverFact> Facts { get => field ?? []; init; } = [];

    /// <summary>What the bot takes up when the chat is its own again.</summary>
    public IReadOnlyList<HeldEvent> Held { get => field ?? []; init; } = [];

    /// <summary>The ids of its tasks.</summary>
    public IReadOnlyList<string> Tasks { get => field ?? []; init; } = [];

    /// <summary>Other conversations of the customer in which they write to the same person.</summary>
    public IReadOnlyList<string> Joined { get => field ?? []; init; } = [];

    /// <summary>What was sent along, in both directions, oldest first.</summary>
    public IReadOnlyList<HandOverFile> Files { get => field ?? []; init; } = [];

    /// <summary>Each change of its state, oldest first.</summary>
    public IReadOnlyList<HandOverMove> Moves { get => field ?? []; init; } = [];

    /// <summary>An agent has written since the customer was last heard.</summary>
    public bool IsAnswered { get; init; }

    public bool IsUnanswered => !IsAnswered;

    public bool IsOpen => HandOverStates.IsOpen(State);

    public HandOverPriority Priority => HandOverRules.Of(Reason).Priority;
}

/// <param name="Name">As customers see it.</param>
public sealed record HandOverOwner(string Id, string Name);

/// <param name="What">
/// Names the kind of fact: "live", "device", "test", "command", "tariff", "signed-in", "link-opened", "link-refused", "deadline",
/// "danger", "asked-again".
/// </param>
/// <param name="Detail">Kraken's own word for it, such as "LIVE" or "TestCharge"; empty where there is none.</param>
public sealed record HandOverFact(DateTimeOffset At, string What, string Detail);

/// <param name="By">The agent's name; null for the customer or a timer.</param>
/// <param name="Why">An agent's words, or what has happened.</param>
public sealed record HandOverMove(DateTimeOffset At, HandOverState From, HandOverState To, string? By, string? Why);

/// <summary>What an agent says that came of it.</summary>
public enum HandOverOutcome
{
    Solved,

    /// <summary>Something was promised: it stands as a task.</summary>
    Promised,

    /// <summary>Another team or another way.</summary>
    SentElsewhere,
    CustomerGone,
    Other,
}
