using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Tests.Onboarding.Journeys;

namespace SmartFlexBot.Tests.Onboarding.Persons;

/// <summary>An agent ends it and the bot goes on (failure modes 3, 12, 17 and 20).</summary>
public sealed class HandBackTests
{
    private const string SignIn = "[Sign in to your Tesla account]";

    private readonly InMemoryKraken _kraken = new();

    [Fact]
    public async Task After_hand_back_the_bot_says_one_line_goes_on_at_the_step_and_answers_the_very_next_message()
    {
        var desk = await DeskChat.ClaimedAsync(_kraken);
        await desk.Chat.SayAsync("This is outrageous, I want to complain! Start over!");

        (await desk.ActAsync(DeskChat.Ana, new DeskAct.End(HandOverOutcome.Solved)))
            .ShouldBe([Chat.Text("handover.back", ("name", "Ana")), SignIn], "what was said meanwhile is handled: nothing starts over");

        (await desk.Chat.SayAsync("status")).ShouldNotBeEmpty();
        (await desk.Chat.JourneyAsync()).Vehicle.ShouldBe(Facts.Tesla, "answers are kept");
        desk.Open.ShouldBeNull("and old anger calls nobody again");
    }

    [Fact]
    public async Task The_bot_reads_Kraken_again_and_goes_on_from_what_it_shows()
    {
        var desk = await DeskChat.ClaimedAsync(_kraken);
        _kraken.Devices.Add(Facts.Device("ONBOARDING"));
        _kraken.Show(new WizardStep.TestCharge("t", IsReady: true, IsStarted: false, Problem: null), "d-1");

        (await desk.ActAsync(DeskChat.Ana, new DeskAct.End(HandOverOutcome.Solved)))[^1].ShouldContain("test", Case.Insensitive);
    }

    [Fact]
    public async Task A_Kraken_that_cannot_be_read_holds_up_no_hand_back()
    {
        var desk = await DeskChat.ClaimedAsync(_kraken);
        _kraken.Unavailable = true;

        (await desk.ActAsync(DeskChat.Ana, new DeskAct.End(HandOverOutcome.Solved)))
            .ShouldBe([Chat.Text("handover.back", ("name", "Ana"))]);

        desk.Refusal.ShouldBeNull();
        _kraken.Unavailable = false;
        (await desk.PassAsync(TimeSpan.FromMinutes(1))).ShouldBe([SignIn], "it goes on by itself when it can");
    }

    [Fact]
    public async Task Exactly_one_hand_over_line_and_one_end_line_reach_the_customer_also_when_end_is_pressed_twice()
    {
        var desk = await DeskChat.ClaimedAsync(_kraken);
        var end = new DeskAct.End(HandOverOutcome.Solved);

        await desk.ActAsync(DeskChat.Ana, end);
        (await desk.ActAsync(DeskChat.Ana, end)).ShouldBeEmpty();

        desk.Refusal.ShouldBe(DeskRefusal.Over);
        desk.Chat.Said.Count(said => said.StartsWith(Chat.Text("handover.begun"), StringComparison.Ordinal)).ShouldBe(1);
        desk.Chat.Said.Count(said => said == Chat.Text("handover.back", ("name", "Ana"))).ShouldBe(1);
    }

    [Fact]
    public async Task When_customer_and_supervisor_end_in_the_same_second_the_first_counts()
    {
        var desk = await DeskChat.WaitingAsync(_kraken);
        var id = desk.Open!.Id;

        await desk.Chat.SayAsync("go on");
        (await desk.ActAsync(DeskChat.Sue, new DeskAct.End(HandOverOutcome.Other), id)).ShouldBeEmpty();

        desk.Refusal.ShouldBe(DeskRefusal.Over);
        desk.Ended.ShouldHaveSingleItem().State.ShouldBe(HandOverState.Abandoned);
    }

    [Fact]
    public async Task A_promise_is_a_task_which_the_bot_mentions_when_asked_and_never_contradicts_until_it_is_settled()
    {
        var desk = await DeskChat.ClaimedAsync(_kraken);
        var due = desk.Chat.Time.GetUtcNow().AddDays(2);
        await desk.ActAsync(DeskChat.Ana, new DeskAct.Promise(DeskTaskKind.Credit, "20 euros", due, For: "ben"));
        await desk.ActAsync(DeskChat.Ana, new DeskAct.End(HandOverOutcome.Promised));
        var task = desk.Tasks.ShouldHaveSingleItem();
        (task.Kind, task.For, task.DueAt).ShouldBe((DeskTaskKind.Credit, "ben", due));

        (await desk.Chat.SayAsync("status")).ShouldContain(said => said.Contains("20 euros", StringComparison.Ordinal));

        await desk.ActAsync(DeskChat.Ben, new DeskAct.Settle(task.Id), desk.Ended[^1].Id);
        desk.Refusal.ShouldBeNull();
        (await desk.Chat.SayAsync("status")).ShouldNotContain(said => said.Contains("20 euros", StringComparison.Ordinal));
        desk.Tasks.ShouldBeEmpty();
    }

    [Fact]
    public async Task Edits_by_the_agent_are_what_the_bot_uses_next()
    {
        var desk = new DeskChat(_kraken);
        desk.Chat.Know(Facts.Named);
        await desk.Chat.OpenAsync();
        await desk.Chat.SayAsync("a person please");
        await desk.ActAsync(DeskChat.Ana, new DeskAct.Claim());

        await desk.ActAsync(DeskChat.Ana, new DeskAct.Edit(EditedAnswer.Vehicle, "Kia", "EV6"));
        (await desk.ActAsync(DeskChat.Ana, new DeskAct.End(HandOverOutcome.Solved))).Count.ShouldBe(2);

        desk.Chat.CardTexts.ShouldContain(text => text.Contains("Kia EV6", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_agent_chooses_the_step_to_go_on_at()
    {
        var desk = await DeskChat.ClaimedAsync(_kraken);

        await desk.ActAsync(DeskChat.Ana, new DeskAct.End(HandOverOutcome.Solved, ResumePoint.Devices));

        (await desk.Chat.JourneyAsync()).ShouldSatisfyAllConditions(
            journey => journey.DevicesConfirmed.ShouldBeFalse(), journey => journey.Vehicle.ShouldBe(Facts.Tesla));
        desk.Chat.Effects.Commands.ShouldHaveSingleItem("what was begun with the other answer is cancelled");
    }

    [Fact]
    public async Task What_Kraken_has_registered_meanwhile_is_not_chosen_anew_and_the_agent_is_told()
    {
        var desk = await DeskChat.ClaimedAsync(_kraken);
        desk.Chat.Know(Facts.Begun with { DeviceId = "d-1" });

        (await desk.ActAsync(DeskChat.Ana, new DeskAct.End(HandOverOutcome.Solved, ResumePoint.Devices))).ShouldBeEmpty();
        desk.Refusal.ShouldBe(DeskRefusal.Registered);
        desk.Open.ShouldNotBeNull("the agent chooses again");
        await desk.ActAsync(DeskChat.Ana, new DeskAct.Edit(EditedAnswer.Vehicle, "Kia", "EV6"));
        desk.Refusal.ShouldBe(DeskRefusal.Registered);

        await desk.ActAsync(DeskChat.Ana, new DeskAct.End(HandOverOutcome.Solved));
        desk.Open.ShouldBeNull();
    }

    [Fact]
    public void Only_what_works_at_the_step_is_offered_to_the_agent()
    {
        ResumePoints.Of(Facts.Begun).ShouldBe([ResumePoint.AsItStands, ResumePoint.Devices, ResumePoint.FromTheStart]);
        ResumePoints.Of(Facts.Begun with { DeviceId = "d-1" }).ShouldBe([ResumePoint.AsItStands]);
        ResumePoints.Of(journey: null).ShouldBe([ResumePoint.AsItStands]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_supervisor_can_end_or_requeue_any_hand_over_in_any_state(bool isClaimed)
    {
        var desk = isClaimed ? await DeskChat.ClaimedAsync(_kraken) : await DeskChat.WaitingAsync(_kraken);

        (await desk.ActAsync(DeskChat.Sue, new DeskAct.Transfer(To: null, "nobody answers"))).ShouldBe([Chat.Text("handover.passed")]);
        desk.Open!.State.ShouldBe(HandOverState.Queued);
        await desk.ActAsync(DeskChat.Sue, new DeskAct.End(HandOverOutcome.Other));

        desk.Open.ShouldBeNull();
    }
}
