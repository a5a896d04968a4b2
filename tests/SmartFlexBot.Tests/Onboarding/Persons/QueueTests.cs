using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Markets;

namespace SmartFlexBot.Tests.Onboarding.Persons;

/// <summary>The time between the request and an agent (failure modes 4, 5, 6, 9 and 19).</summary>
public sealed class QueueTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_queued_customer_silent_for_the_configured_time_gets_one_question_and_without_an_answer_the_bot_goes_on_later()
    {
        var desk = await DeskChat.WaitingAsync();

        (await desk.PassAsync(9 * Minute)).ShouldBeEmpty();
        (await desk.PassAsync(2 * Minute)).ShouldBe([Chat.Text("handover.still-there")]);
        (await desk.PassAsync(5 * Minute)).ShouldBe([Chat.Text("handover.gone")]);

        desk.Ended.ShouldHaveSingleItem().State.ShouldBe(HandOverState.Abandoned);
        (await desk.PassAsync(60 * Minute)).ShouldBeEmpty("no timer of an earlier state acts on the new state");
        (await desk.Chat.SayAsync("hello again")).ShouldContain("[Sign in to your Tesla account]", "it starts with the bot at that step");
    }

    [Fact]
    public async Task Who_asks_again_in_another_language_while_they_wait_is_answered_in_it()
    {
        var desk = await DeskChat.WaitingAsync();

        var said = (await desk.Chat.SayAsync("Ich möchte bitte mit einem Menschen sprechen")).ShouldHaveSingleItem();

        said.ShouldStartWith(Chat.TextIn("de", "handover.waiting"));
        desk.Chat.Effects.Sent[^1].SuggestedActions!.Actions!.Single().Title.ShouldBe(Chat.TextIn("de", "handover.carry-on"));
        (await desk.Chat.SayAsync(Chat.TextIn("de", "handover.carry-on"))).ShouldContain(Chat.Text("handover.left"));
    }

    [Fact]
    public async Task Whoever_answers_the_question_keeps_their_place()
    {
        var desk = await DeskChat.WaitingAsync(settings: known => known with { LongestWaitMinutes = 600 });
        await desk.PassAsync(11 * Minute);

        (await desk.Chat.SayAsync("yes, I'm here")).ShouldBeEmpty();

        (await desk.PassAsync(9 * Minute)).ShouldBeEmpty();
        desk.Open!.State.ShouldBe(HandOverState.Queued);
    }

    [Fact]
    public async Task The_button_of_a_hand_over_that_is_over_answers_no_question_that_came_since()
    {
        var desk = new DeskChat();
        await desk.Chat.OpenAsync();
        var asked = await desk.Chat.SayAsync("I have a Tesla Model 3 Long Range and an Ohme Home Pro");
        await desk.Chat.SayAsync("I want to talk to a person");
        var left = await desk.Chat.SayAsync(Chat.Text("handover.carry-on"));
        left.ShouldBe([Chat.Text("handover.left"), .. asked]);

        (await desk.Chat.SayAsync(Chat.Text("handover.carry-on"))).ShouldBe(asked);
    }

    [Fact]
    public async Task No_timer_of_the_queue_acts_on_a_chat_that_was_claimed()
    {
        var desk = await DeskChat.WaitingAsync();
        var timers = desk.Chat.Effects.Reminders.Values.Select(reminder => reminder.Activity)
            .Where(activity => activity.Name == DeskEvents.Timer).ToList();
        await desk.PassAsync(Minute);
        await desk.ActAsync(DeskChat.Ana, new DeskAct.Claim());

        foreach (var timer in timers)
        {
            (await desk.Chat.TurnAsync(timer)).ShouldBeEmpty();
        }

        timers.Count.ShouldBe(2);
        desk.Open!.State.ShouldBe(HandOverState.Active);
    }

    [Fact]
    public async Task When_an_owners_lease_is_gone_with_an_unanswered_message_the_chat_returns_to_the_head_of_the_queue_and_is_told_once()
    {
        var desk = await DeskChat.ClaimedAsync();
        await desk.Chat.SayAsync("And what about my charger?");

        (await desk.PassAsync(10 * Minute)).ShouldBe([Chat.Text("handover.requeued")]);

        desk.Open.ShouldNotBeNull().ShouldSatisfyAllConditions(
            open => open.State.ShouldBe(HandOverState.Queued), open => open.IsAtHead.ShouldBeTrue(), open => open.Owner.ShouldBeNull());
        (await desk.ActAsync(DeskChat.Ana, new DeskAct.Say("Here I am again"))).ShouldBeEmpty();
        desk.Refusal.ShouldBe(DeskRefusal.NotYours, "the first agent's late send is refused");
    }

    [Fact]
    public async Task An_agent_who_is_there_keeps_the_chat_however_long_the_answer_takes()
    {
        var desk = await DeskChat.ClaimedAsync();
        await desk.Chat.SayAsync("And what about my charger?");

        for (var minute = 0; minute < 20; minute++)
        {
            desk.See(DeskChat.Ana, DeskPresence.Away);
            (await desk.PassAsync(Minute)).ShouldBeEmpty();
        }

        desk.Open!.Owner!.Id.ShouldBe("ana");
    }

    [Fact]
    public async Task A_number_shown_equals_the_hand_overs_that_would_be_served_before_theirs()
    {
        var desk = new DeskChat();
        desk.Others.AddRange([Other("a", desk, -2), Other("b", desk, -1), Other("late", desk, +1)]);

        var said = await desk.Chat.SayAsync("a person please");

        said.ShouldBe([$"{Chat.Text("handover.begun")} {Chat.Text("handover.place", ("ahead", 2))}"]);
        desk.Others.RemoveAt(0);
        (await desk.Chat.SayAsync("a person please"))
            .ShouldBe([$"{Chat.Text("handover.waiting")} {Chat.Text("handover.place", ("ahead", 1))}"]);
    }

    [Fact]
    public async Task No_number_is_shown_when_the_place_may_go_backwards_because_of_priority_or_nobody_is_available()
    {
        var desk = new DeskChat();
        desk.Others.Add(Other("a", desk, -1) with { Reason = HandOverReason.Danger });
        (await desk.Chat.SayAsync("a person please")).ShouldBe([Chat.Text("handover.begun")]);

        desk.Others.Clear();
        desk.See(DeskChat.Ana, DeskPresence.Away);
        (await desk.Chat.SayAsync("a person please")).ShouldBe([Chat.Text("handover.waiting")]);
    }

    [Fact]
    public async Task The_customer_can_stop_waiting_and_there_is_no_second_request_while_one_is_open()
    {
        var desk = await DeskChat.WaitingAsync();
        await desk.Chat.SayAsync("a person please");
        await desk.Chat.SayAsync("I have a complaint");
        desk.Chat.Effects.Records.Count(record => record.Kind == HandOver.OpenKind).ShouldBe(1);

        (await desk.Chat.SayAsync("go on")).ShouldBe([Chat.Text("handover.left"), "[Sign in to your Tesla account]"]);

        desk.Open.ShouldBeNull();
        desk.Ended.ShouldHaveSingleItem().State.ShouldBe(HandOverState.Abandoned);
    }

    [Fact]
    public async Task If_no_hub_accepts_the_customer_hears_the_truth_with_what_else_is_possible_and_a_second_request_works()
    {
        var desk = await DeskChat.WaitingAsync();

        var said = await desk.Chat.TurnAsync(DeskEvents.Of(new HubStatus(desk.Open!.Id, HandOverTrigger.Refused)));
        said.ShouldBe([Chat.Text("handover.failed"), $"[{Chat.Text("callback.title", ("by", "23 November 2026, 17:00"))}]"]);
        desk.Ended.ShouldHaveSingleItem().State.ShouldBe(HandOverState.Failed);

        await desk.Chat.SayAsync("neither, thanks");
        (await desk.Chat.SayAsync("a person please")).ShouldHaveSingleItem().ShouldStartWith(Chat.Start("handover.begun"));
    }

    [Fact]
    public async Task Who_has_waited_too_long_is_told_so_and_the_bot_goes_on()
    {
        var desk = await DeskChat.WaitingAsync(settings: known => known with { QuietMinutes = 100 });

        (await desk.PassAsync(31 * Minute))[0].ShouldBe(Chat.Text("handover.nobody"));

        desk.Ended.ShouldHaveSingleItem().State.ShouldBe(HandOverState.TimedOut);
        (await desk.Chat.SayAsync("send me an email"))[^1].ShouldBe("[Sign in to your Tesla account]");
        desk.Tasks.ShouldHaveSingleItem().Kind.ShouldBe(DeskTaskKind.EMail);
    }

    private static HandOver Other(string id, DeskChat desk, int minutes)
    {
        var at = desk.Chat.Time.GetUtcNow().AddMinutes(minutes);
        return new()
        {
            Id = id,
            Conversation = $"directline|{id}",
            Locale = "en",
            Reason = HandOverReason.AskedFor,
            Step = "status.next.SignIn",
            State = HandOverState.Queued,
            RequestedAt = at,
            Since = at,
        };
    }
}
