using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Persons;

/// <summary>The clocks of a hand-over. Each is set for one state, names it, and means nothing to a later one.</summary>
internal sealed class HandOverTimers(Reminders reminders, DeskSettings settings)
{
    /// <summary>How often it is looked for an owner whose customer waits for an answer.</summary>
    public static readonly TimeSpan OwnerEvery = TimeSpan.FromMinutes(1);

    public static HandOverTimers Of(Turn turn) => new(turn.Reminders, turn.Market.Desk ?? new() { Hours = [] });

    /// <summary>Those of the state that it has come into, and no others.</summary>
    public void Restart(HandOver handOver)
    {
        foreach (var kind in Enum.GetValues<HandOverTimerKind>())
        {
            reminders.Cancel(KeyOf(kind));
        }

        switch (handOver.State)
        {
            case HandOverState.Requested:
                Set(handOver, HandOverTimerKind.Expired, TimeSpan.FromMinutes(settings.AcceptMinutes));
                break;
            case HandOverState.Queued:
                Set(handOver, HandOverTimerKind.Quiet, Quiet);
                Set(handOver, HandOverTimerKind.Expired, TimeSpan.FromMinutes(settings.LongestWaitMinutes));
                break;
            case HandOverState.Active when handOver.IsUnanswered:
                Set(handOver, HandOverTimerKind.Owner, OwnerEvery);
                break;
        }
    }

    public TimeSpan Quiet => TimeSpan.FromMinutes(settings.QuietMinutes);

    public TimeSpan Gone => TimeSpan.FromMinutes(settings.GoneMinutes);

    public void Set(HandOver handOver, HandOverTimerKind kind, TimeSpan after) =>
        reminders.Remind(KeyOf(kind), after, DeskEvents.Of(new HandOverTimer(handOver.Id, kind, handOver.Since)));

    private static string KeyOf(HandOverTimerKind kind) => $"handover-{kind}";
}
