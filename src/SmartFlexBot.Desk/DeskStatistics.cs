using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Markets;

namespace SmartFlexBot.Desk;

/// <summary>Figures of hand-overs. Pure.</summary>
internal static class DeskStatistics
{
    /// <summary>A chat with an agent that nothing has moved for so long is worth a look.</summary>
    private static readonly TimeSpan LongestActive = TimeSpan.FromHours(4);

    public static DeskFigures Of(IReadOnlyList<HandOver> all, DateTimeOffset from, DateTimeOffset until)
    {
        var requested = all.Where(handOver => handOver.RequestedAt >= from && handOver.RequestedAt < until).ToList();
        return new(
            requested.Count,
            requested.Count(handOver => handOver.State is HandOverState.Requested or HandOverState.Queued),
            requested.Count(handOver => handOver.State == HandOverState.Active),
            requested.Count(handOver => handOver.State == HandOverState.Ended),
            requested.Count(handOver => handOver.State == HandOverState.Abandoned),
            requested.Count(handOver => handOver.State is HandOverState.TimedOut or HandOverState.Failed),
            requested.Count(handOver => handOver.IsReopened),
            Median(requested.Select(handOver => handOver.AnsweredAt - handOver.RequestedAt)),
            Median(requested.Where(handOver => handOver.State == HandOverState.Ended)
                .Select(handOver => handOver.EndedAt - handOver.ClaimedAt)),
            requested.CountBy(handOver => handOver.Reason).ToDictionary(),
            requested.Where(handOver => handOver.Outcome is not null).CountBy(handOver => handOver.Outcome!.Value).ToDictionary());
    }

    public static IReadOnlyList<Overdue> Overdue(IReadOnlyList<HandOver> open, DeskSettings? desk, DateTimeOffset now) =>
    [
        .. open.Select(handOver => new Overdue(handOver, AllowedIn(handOver.State, desk), now - LastMoved(handOver)))
            .Where(overdue => overdue.Stands > overdue.Allowed).OrderByDescending(overdue => overdue.Stands)
    ];

    /// <summary>A chat in which both sides write stands still in its state, and is all right.</summary>
    private static DateTimeOffset LastMoved(HandOver handOver) => handOver.State == HandOverState.Active
        ? new[] { handOver.Since, handOver.HeardAt, handOver.SpokenAt ?? default }.Max()
        : handOver.Since;

    private static TimeSpan AllowedIn(HandOverState state, DeskSettings? desk) => state switch
    {
        HandOverState.Requested => TimeSpan.FromMinutes(desk?.AcceptMinutes ?? 1),
        HandOverState.Queued => TimeSpan.FromMinutes(desk?.LongestWaitMinutes ?? 1),
        _ => LongestActive,
    };

    private static TimeSpan? Median(IEnumerable<TimeSpan?> times) =>
        times.OfType<TimeSpan>().Order().ToList() is { Count: > 0 and var count } sorted ? sorted[count / 2] : null;
}
