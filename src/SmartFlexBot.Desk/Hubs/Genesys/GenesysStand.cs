namespace SmartFlexBot.Desk.Hubs.Genesys;

/// <summary>Who has a conversation, by its participants. Pure.</summary>
/// <param name="Agent">Who is with the customer; null for nobody.</param>
/// <param name="IsBetween">The last agent has left a moment ago, and somebody may follow: a transfer ends an agent's part too.</param>
/// <param name="IsEnded">The conversation is over, or nobody has followed.</param>
/// <param name="LookAfter">When it can be told whether somebody follows; null when that is no question.</param>
internal sealed record GenesysStand(GenesysParticipant? Agent, bool IsBetween, bool IsEnded, TimeSpan? LookAfter)
{
    private static readonly GenesysStand Waiting = new(null, false, false, null);
    private static readonly GenesysStand Over = new(null, false, true, null);

    public static GenesysStand Of(GenesysConversation conversation, DateTimeOffset now, TimeSpan transferWait)
    {
        var all = conversation.Participants ?? [];
        if (all.Any(IsCustomer) && !CustomersThere(conversation).Any())
        {
            return Over;
        }

        // Who rings is not there yet.
        var agents = all.Where(IsAgent).ToList();
        if (agents.Where(one => one.State == "connected").MaxBy(one => one.ConnectedTime ?? DateTimeOffset.MinValue) is { } agent)
        {
            return new(agent, false, false, null);
        }

        // In a queue or a flow, or nobody has ever had it.
        if (all.Any(one => !IsCustomer(one) && IsThere(one)) || agents.Count == 0)
        {
            return Waiting;
        }

        var left = transferWait - (now - (agents.Max(one => one.EndTime) ?? now));
        return left <= TimeSpan.Zero ? Over : new(null, IsBetween: true, false, left < transferWait ? left : transferWait);
    }

    public static bool IsAgent(GenesysParticipant one) => one.Purpose is "agent" or "user";

    public static bool IsCustomer(GenesysParticipant one) => one.Purpose is "customer" or "external";

    public static IEnumerable<GenesysParticipant> CustomersThere(GenesysConversation conversation) =>
        (conversation.Participants ?? []).Where(one => IsCustomer(one) && IsThere(one));

    /// <summary>After-call work is an agent's own affair: the part has ended then.</summary>
    private static bool IsThere(GenesysParticipant one) => one.State is not ("disconnected" or "terminated");
}
