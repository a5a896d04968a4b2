namespace SmartFlexBot.Onboarding.HandOvers;

/// <summary>The desk as a turn sees it: who is there, and who waits.</summary>
/// <param name="Open">All open hand-overs.</param>
/// <param name="HasHub">Agents work in a hub, which alone knows who is there and who is served next.</param>
/// <param name="Handoff">How the hub is told, where clients bring its agents in; null where it is asked in rounds.</param>
public sealed record DeskBoardView(
    IReadOnlyList<DeskAgentPresence> Agents, IReadOnlyList<HandOver> Open, bool HasHub = false, Handoff? Handoff = null)
{
    /// <summary>Somebody may take a new chat; of a hub it is believed until nobody does.</summary>
    public bool IsAttended(DateTimeOffset now) => HasHub || Agents.Any(agent => agent.IsAvailable(now));

    public DeskAgentPresence? Find(string agentId) => Agents.FirstOrDefault(agent => agent.Id == agentId);

    /// <summary>The open hand-over that a customer has in another conversation; null for none.</summary>
    /// <param name="accountNumber">Null when nobody vouched for the customer, and nobody could know them again.</param>
    public HandOver? Elsewhere(string? accountNumber, string conversation) => accountNumber is null
        ? null
        : Open.FirstOrDefault(open => open.AccountNumber == accountNumber && open.Conversation != conversation);

    /// <summary>The agent has as many chats as they can have. Whoever has not said how many has no limit.</summary>
    public bool IsFull(string agentId) =>
        Find(agentId) is { } agent && Open.Count(handOver => handOver.Owner?.Id == agentId) >= agent.Capacity;

    /// <summary>
    /// How many are served before it, as it is at this moment. Null when no number would be true: nobody is there, or the order is not by
    /// age alone, so that the place may go backwards.
    /// </summary>
    public int? Ahead(HandOver handOver, DateTimeOffset now)
    {
        var others = Open.Where(other => other.State == HandOverState.Queued && other.Id != handOver.Id).ToList();
        return !HasHub && IsAttended(now) && others.All(other => other.Priority == handOver.Priority)
            ? others.Count(other => Order.Compare(other, handOver) < 0)
            : null;
    }

    /// <summary>The order of service: what is urgent, who has been served already, who has waited longest.</summary>
    public static IComparer<HandOver> Order { get; } = Comparer<HandOver>.Create((one, other) =>
        (other.Priority, other.IsAtHead, one.RequestedAt, one.Id).CompareTo((one.Priority, one.IsAtHead, other.RequestedAt, other.Id)));
}

/// <summary>Reads the desk for a turn.</summary>
public interface IDeskBoard
{
    /// <returns>Null when there is no desk: none is set up, or no agent has ever come to it.</returns>
    Task<DeskBoardView?> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>There is no desk.</summary>
public sealed class NoDeskBoard : IDeskBoard
{
    public Task<DeskBoardView?> ReadAsync(CancellationToken cancellationToken) => Task.FromResult<DeskBoardView?>(null);
}
