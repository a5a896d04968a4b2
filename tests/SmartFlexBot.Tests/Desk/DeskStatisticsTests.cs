using SmartFlexBot.Desk;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Tests.Onboarding;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Desk;

public sealed class DeskStatisticsTests
{
    [Theory]
    [InlineData(HandOverState.Requested, 2, true)]
    [InlineData(HandOverState.Queued, 29, false)]
    [InlineData(HandOverState.Queued, 31, true)]
    [InlineData(HandOverState.Active, 200, false)]
    [InlineData(HandOverState.Active, 300, true)]
    public void A_watchdog_lists_hand_overs_with_no_transition_for_longer_than_their_state_allows(
        HandOverState state, int minutes, bool isListed) =>
        DeskStatistics.Overdue([HandOver("a", state)], Shipped.Market.Desk, Noon.AddMinutes(minutes)).Count.ShouldBe(isListed ? 1 : 0);

    [Fact]
    public void A_chat_in_which_somebody_has_just_written_does_not_stand_still()
    {
        var open = HandOver("a", HandOverState.Active) with { HeardAt = Noon.AddMinutes(290) };

        DeskStatistics.Overdue([open], Shipped.Market.Desk, Noon.AddMinutes(300)).ShouldBeEmpty();
    }

    [Fact]
    public void Figures_are_of_those_that_were_requested_in_the_time()
    {
        HandOver[] all =
        [
            HandOver("waits", HandOverState.Queued), HandOver("left", HandOverState.Abandoned), HandOver("nobody", HandOverState.TimedOut),
            HandOver("before", HandOverState.Ended) with { RequestedAt = Noon.AddDays(-2) },
            HandOver("solved", HandOverState.Ended) with
            {
                ClaimedAt = Noon.AddMinutes(2),
                AnsweredAt = Noon.AddMinutes(3),
                EndedAt = Noon.AddMinutes(12),
                Outcome = HandOverOutcome.Solved,
                Reason = HandOverReason.Complaint,
            },
        ];

        var figures = DeskStatistics.Of(all, Noon.AddHours(-1), Noon.AddHours(1));

        (figures.Requested, figures.Waiting, figures.Handled, figures.Abandoned, figures.NobodyCame).ShouldBe((4, 1, 1, 1, 1));
        (figures.FirstAnswer, figures.Handling).ShouldBe((TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(10)));
        figures.ByReason[HandOverReason.AskedFor].ShouldBe(3);
        figures.ByOutcome.ShouldHaveSingleItem().ShouldBe(new(HandOverOutcome.Solved, 1));
    }

    private static HandOver HandOver(string id, HandOverState state) => new()
    {
        Id = id,
        Conversation = $"directline|{id}",
        Locale = "en",
        Reason = HandOverReason.AskedFor,
        Step = "status.next.SignIn",
        State = state,
        RequestedAt = Noon,
        Since = Noon,
        HeardAt = Noon,
    };
}
