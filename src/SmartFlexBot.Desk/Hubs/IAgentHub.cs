using SmartFlexBot.Onboarding.HandOvers;

namespace SmartFlexBot.Desk.Hubs;

/// <summary>
/// A contact-centre product in whose own desktop agents answer. Each call is one try: what it throws says what kind of failure it was, and
/// who calls it reads before it tells anything again, so that nothing comes twice.
/// </summary>
/// <remarks>All methods throw <see cref="HubException"/>.</remarks>
public interface IAgentHub
{
    /// <returns>What the hub has of this hand-over; null when it has nothing.</returns>
    Task<HubPlace?> FindAsync(string handOverId, CancellationToken cancellationToken);

    /// <summary>Finds it, or makes it, in the hub's queue.</summary>
    Task<HubPlace> OpenAsync(HandOver handOver, CancellationToken cancellationToken);

    /// <summary>What is new at the hub since the place was last read, and which of our own lines it has by now.</summary>
    Task<HubSight> ReadAsync(HubPlace place, CancellationToken cancellationToken);

    /// <summary>A line of the customer's, or a note that agents alone see.</summary>
    /// <returns>Where it stands now: what has ended at a hub may go on there in another conversation.</returns>
    Task<HubPlace> TellAsync(HubPlace place, HubLine line, CancellationToken cancellationToken);

    /// <summary>An agent's message did not reach the customer: the agent sees it. Once more is the same as once.</summary>
    /// <param name="messageId">The hub's own.</param>
    Task FailAsync(HubPlace place, string messageId, HubFailure why, CancellationToken cancellationToken);

    /// <summary>The hand-over has ended on our side: the hub's conversation does too.</summary>
    Task CloseAsync(HubPlace place, CancellationToken cancellationToken);

    /// <summary>Everything of it is deleted at the hub, for good. What is not there any more is deleted.</summary>
    /// <exception cref="HubException">It is not deleted, or not known to be.</exception>
    Task EraseAsync(HubPlace place, CancellationToken cancellationToken);
}

/// <param name="Id">The same each time that the line is told: the hub keeps it beside the line.</param>
/// <param name="IsNote">For agents alone.</param>
public sealed record HubLine(string Id, string Text, bool IsNote = false);

/// <param name="Place">After this was read.</param>
/// <param name="Ours">The ids of our own lines that the hub was seen to have.</param>
/// <param name="IsEnded">It has ended at the hub; that is no news yet, because something of the customer's may be on its way.</param>
/// <param name="LookAfter">When it is looked at again without a call; null: as usual.</param>
public sealed record HubSight(
    HubPlace Place, IReadOnlyList<HubNews> News, IReadOnlySet<string> Ours, bool IsEnded, TimeSpan? LookAfter = null)
{
    /// <summary>The ids of agents' messages that are files alone.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];
}

/// <summary>Why an agent's message did not reach the customer.</summary>
public enum HubFailure
{
    /// <summary>The customer is with the bot again.</summary>
    IsOver,

    /// <summary>Files are not passed on.</summary>
    IsFile,
}

/// <summary>What a hub's refusal means.</summary>
public enum HubProblem
{
    /// <summary>Busy, down, not reachable, or no answer: it passes by itself. Whether anything was done is not known.</summary>
    Passing,

    /// <summary>It does not let us in: the settings on one of the sides are wrong, and somebody has to mend them.</summary>
    Settings,

    /// <summary>It does not take this one thing, and will not.</summary>
    Refused,

    /// <summary>It has no such conversation, or not any more.</summary>
    Gone,
}

/// <param name="After">The shortest pause that the hub asked for.</param>
/// <param name="reason">For operators; never anything that was said.</param>
public sealed class HubException(HubProblem problem, TimeSpan after, string reason) : Exception(reason)
{
    public HubProblem Problem => problem;

    public TimeSpan After => after;
}
