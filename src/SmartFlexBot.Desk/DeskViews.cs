using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Markets;

namespace SmartFlexBot.Desk;

/// <param name="Waiting">In the order in which they are to be served.</param>
/// <param name="Active">The one that has waited longest for an answer first.</param>
/// <param name="Tasks">To be done, the first due first.</param>
/// <param name="IsOpen">Within opening hours.</param>
public sealed record DeskBoard(
    DeskCursor Cursor,
    IReadOnlyList<HandOver> Waiting,
    IReadOnlyList<HandOver> Active,
    IReadOnlyList<DeskAgentPresence> Agents,
    IReadOnlyList<DeskTask> Tasks,
    bool IsOpen);

/// <param name="Notes">Oldest first.</param>
/// <param name="Tasks">Settled ones too.</param>
/// <param name="ResumePoints">Where the bot can go on from here.</param>
public sealed record DeskChat(
    HandOver HandOver, IReadOnlyList<DeskNote> Notes, IReadOnlyList<DeskTask> Tasks, IReadOnlyList<ResumePoint> ResumePoints)
{
    /// <summary>Bytes of a file that may be sent along.</summary>
    public int LargestFile { get; init; }
}

/// <summary>One line of a thread.</summary>
/// <param name="Sequence">Its number in the conversation, from 1, without gaps but at the beginning.</param>
/// <param name="Name">Who wrote it, as the customer sees it; null when that is not told.</param>
/// <param name="Text">Plain. Of a card, its words; of a button that was pressed, its caption.</param>
/// <param name="Files">What was sent along.</param>
/// <param name="ClientId">Of an agent's own line: the act that it came of.</param>
public sealed record ThreadLine(
    long Sequence, DateTimeOffset At, ThreadAuthor Author, string? Name, string Text, IReadOnlyList<ThreadFile> Files, string? ClientId)
{
    /// <summary>Of an agent's line that the channel has not taken; null for what has arrived as far as is known.</summary>
    public Undelivered? Undelivered { get; init; }
}

/// <param name="Id">Where its bytes are, for as long as they are kept; null where nobody looked at files, and none were kept.</param>
/// <param name="IsPicture">A browser can show it.</param>
public sealed record ThreadFile(string Name, string? Id = null, bool IsPicture = false);

public enum ThreadAuthor
{
    Customer,
    Bot,
    Agent,
}

/// <summary>A ready reply.</summary>
/// <param name="Missing">Names of values that are not known here: it must not be sent before the agent has put them in.</param>
public sealed record CannedReply(string Id, string Title, string Text, IReadOnlyList<string> Missing);

/// <param name="HandOver">As it is.</param>
/// <param name="Allowed">How long its state may stand.</param>
/// <param name="Stands">How long it has.</param>
public sealed record Overdue(HandOver HandOver, TimeSpan Allowed, TimeSpan Stands);

/// <summary>Of the hand-overs that were requested in a time; medians where there is a time.</summary>
/// <param name="Waiting">Open and unclaimed now.</param>
/// <param name="Active">Claimed now.</param>
/// <param name="Handled">Ended by an agent.</param>
/// <param name="Abandoned">The customer went on with the bot, or had gone.</param>
/// <param name="FirstAnswer">From the request to an agent's first message; null when there was none.</param>
/// <param name="Handling">From the claim to the end; null when there was none.</param>
public sealed record DeskFigures(
    int Requested,
    int Waiting,
    int Active,
    int Handled,
    int Abandoned,
    int NobodyCame,
    int Reopened,
    TimeSpan? FirstAnswer,
    TimeSpan? Handling,
    IReadOnlyDictionary<HandOverReason, int> ByReason,
    IReadOnlyDictionary<HandOverOutcome, int> ByOutcome);
