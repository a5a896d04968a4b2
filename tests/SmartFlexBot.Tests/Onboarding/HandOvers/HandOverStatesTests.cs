using SmartFlexBot.Onboarding.HandOvers;
using static SmartFlexBot.Onboarding.HandOvers.HandOverState;
using static SmartFlexBot.Onboarding.HandOvers.HandOverTrigger;

namespace SmartFlexBot.Tests.Onboarding.HandOvers;

/// <summary>The whole machine: what each trigger does in each state. "-" changes nothing.</summary>
public sealed class HandOverStatesTests
{
    private static readonly HandOverTrigger[] Columns = [Accepted, Claimed, Requeued, HandOverTrigger.Ended, Left, Refused, Expired];

    public static TheoryData<HandOverState, string> Rows => new()
    {
        { Requested, "Queued Active Queued Ended Abandoned Failed Failed" },
        { Queued, "- Active Queued Ended Abandoned Failed TimedOut" },
        { Active, "- Active Queued Ended - - -" },
        { HandOverState.Ended, "- - - - - - -" },
        { Abandoned, "- - - - - - -" },
        { Failed, "- - - - - - -" },
        { TimedOut, "- - - - - - -" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Each_trigger_leads_where_the_table_says(HandOverState from, string row) =>
        string.Join(' ', Columns.Select(trigger => HandOverStates.After(from, trigger)?.ToString() ?? "-")).ShouldBe(row);

    [Fact]
    public void The_table_has_every_state_and_every_trigger()
    {
        Rows.Select(row => row.Data.Item1).ShouldBe(Enum.GetValues<HandOverState>(), ignoreOrder: true);
        Columns.ShouldBe(Enum.GetValues<HandOverTrigger>(), ignoreOrder: true);
    }

    [Fact]
    public void From_every_open_state_a_supervisor_can_end_and_requeue() =>
        Enum.GetValues<HandOverState>().Where(HandOverStates.IsOpen).ShouldAllBe(state =>
            HandOverStates.After(state, HandOverTrigger.Ended) == HandOverState.Ended && HandOverStates.After(state, Requeued) == Queued);
}
