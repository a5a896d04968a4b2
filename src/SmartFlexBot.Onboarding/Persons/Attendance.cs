using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Persons;

/// <summary>Whether a person can be had now, and when else.</summary>
internal sealed class Attendance(DeskBoardView? board, MarketSettings market, TimeProvider clock)
{
    /// <summary>Where the opening hours leave no time in sight.</summary>
    private static readonly TimeSpan SomeDays = TimeSpan.FromDays(7);

    public static Attendance Of(Turn turn) => new(turn.Desk, turn.Market, turn.Clock);

    public bool HasDesk => board is not null && market.Desk is not null;

    /// <summary>Within opening hours, and somebody may take a chat.</summary>
    public bool IsThere => HasDesk && DeskCalendar.IsOpen(Settings, market.Zone, Now) && board!.IsAttended(Now);

    public DeskSettings Settings => market.Desk!;

    /// <summary>When it opens next; null when it is open, or does not open in sight.</summary>
    public DateTimeOffset? OpensAt =>
        DeskCalendar.NextOpening(Settings, market.Zone, Now) is { } opening && opening > Now ? opening : null;

    /// <summary>By when a colleague gets in touch who is asked to now.</summary>
    public DateTimeOffset GetsInTouchBy =>
        DeskCalendar.After(Settings, market.Zone, Now, TimeSpan.FromHours(Settings.CallBackHours)) ?? Now + SomeDays;

    public HandOverWay WayOf(HandOverReason reason) =>
        Settings.Ways.TryGetValue(reason, out var way) ? way : HandOverRules.Of(reason).Way;

    /// <summary>As <see cref="DeskBoardView.Ahead"/>.</summary>
    public int? Ahead(HandOver handOver) => board?.Ahead(handOver, Now);

    /// <summary>A hub has to take it first.</summary>
    public bool HasHub => board is { HasHub: true };

    /// <summary>
    /// How long the agent's browser has been gone; longer than anybody waits when it was never here. A hub looks after its agents itself.
    /// </summary>
    public TimeSpan GoneFor(string agentId) => board switch
    {
        { HasHub: true } => TimeSpan.Zero,
        _ when board?.Find(agentId) is { } agent => Now - agent.SeenAt,
        _ => TimeSpan.MaxValue,
    };

    private DateTimeOffset Now => clock.GetUtcNow();
}
