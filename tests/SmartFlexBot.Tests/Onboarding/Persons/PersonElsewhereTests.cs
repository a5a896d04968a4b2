using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Tests.Onboarding.Persons;

/// <summary>
/// A customer has a person in one chat and opens another: the same person, in one chat. Seen from the other chat, and from the one that the
/// person has.
/// </summary>
public sealed class PersonElsewhereTests
{
    private const string There = "directline|phone";

    [Fact]
    public async Task In_another_chat_the_customer_is_told_once_where_the_person_is_and_what_they_write_is_passed_on()
    {
        var desk = Elsewhere(HandOverState.Active);

        (await desk.Chat.OpenAsync()).ShouldBe([Chat.Text("handover.elsewhere", ("name", "Ana"))]);
        (await desk.Chat.SayAsync("My car is a Kia EV6")).ShouldBeEmpty("they know where the person is");
        (await desk.Chat.SayAsync("I want to talk to a person")).ShouldBeEmpty("and have one: there is no second request");

        desk.Chat.HandOverId.ShouldBeNull();
        desk.Chat.Effects.PostedTo.Select(post => post.Conversation).ShouldBe([There, There]);
        desk.Chat.Effects.Posted.Select(post => (post.Name, (string?)post.Value!["text"])).ShouldBe(
        [
            (ElsewhereEvents.Said, "My car is a Kia EV6"),
            (ElsewhereEvents.Said, "I want to talk to a person"),
        ]);
    }

    [Fact]
    public async Task What_the_person_says_comes_here_too_and_at_the_end_the_bot_goes_on_here()
    {
        var desk = Elsewhere(HandOverState.Active);
        await desk.Chat.OpenAsync();

        (await desk.Chat.TurnAsync(Answered("Hello, Ana here."))).ShouldBe(["Hello, Ana here."]);
        desk.Chat.Effects.Sent[^1].From!.Name.ShouldBe("Ana");
        desk.Others.Clear();

        (await desk.Chat.TurnAsync(Over("Ana")))[0].ShouldBe(Chat.Text("handover.back", ("name", "Ana")));
        (await desk.Chat.SayAsync("help")).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Who_waits_is_told_so_and_may_go_on_with_the_bot_from_here()
    {
        var desk = Elsewhere(HandOverState.Queued);

        (await desk.Chat.SayAsync("status")).ShouldBe([Chat.Text("handover.elsewhere.waiting")]);
        (await desk.Chat.SayAsync("go on")).ShouldBeEmpty("it is decided where the person was asked for");

        desk.Chat.Effects.Posted[^1].Name.ShouldBe(ElsewhereEvents.Left);
        desk.Others.Clear();
        (await desk.Chat.TurnAsync(Over(""))).ShouldContain(Chat.Text("handover.left"));
    }

    [Fact]
    public async Task Danger_is_answered_in_this_chat_at_once_while_nobody_has_come()
    {
        var desk = Elsewhere(HandOverState.Queued);

        (await desk.Chat.SayAsync("It smells of burning"))[0].ShouldBe(Chat.Text("safety.burning"));

        desk.Chat.Effects.Posted.ShouldHaveSingleItem().Name.ShouldBe(ElsewhereEvents.Said);
    }

    [Fact]
    public async Task What_happens_by_itself_here_is_shown_to_the_agent_and_taken_up_when_the_bot_may_speak_again()
    {
        var desk = Elsewhere(HandOverState.Active);
        await desk.Chat.OpenAsync();

        (await desk.SeenAsync(new OnboardingSighting(Lifecycle: "LIVE"))).ShouldBeEmpty();
        (await desk.PassAsync(TimeSpan.FromMinutes(1))).ShouldBeEmpty();

        desk.Chat.Effects.PostedTo[0].Conversation.ShouldBe(There);
        desk.Chat.Effects.Posted[0].Name.ShouldBe(WatchEvents.Changed);
        desk.Chat.Effects.Reminders.Values.ShouldContain(reminder => reminder.Activity.Name == WatchEvents.Changed, "it waits here");
    }

    [Fact]
    public async Task Somebody_else_and_somebody_unknown_have_the_bot_as_ever()
    {
        var other = new DeskChat(account: "A-2");
        other.Others.Add(Waiting("A-1", HandOverState.Active));
        var unknown = new DeskChat(account: null);
        unknown.Others.Add(Waiting(account: null, HandOverState.Active));

        (await other.Chat.SayAsync("help")).ShouldNotContain(said => said.Contains("another chat", StringComparison.Ordinal));
        (await unknown.Chat.SayAsync("help")).ShouldNotContain(said => said.Contains("another chat", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_the_persons_chat_it_stands_as_the_customers_words_and_waits_for_an_answer_and_the_answer_goes_there()
    {
        var desk = await DeskChat.ClaimedAsync();

        (await desk.Chat.TurnAsync(SaidThere(desk, "It is a Kia EV6")))
            .ShouldBe([Chat.Text("handover.elsewhere.said", ("text", "It is a Kia EV6"))]);
        desk.Open!.IsUnanswered.ShouldBeTrue();
        await desk.ActAsync(DeskChat.Ana, new DeskAct.Say("Thank you."));
        await desk.ActAsync(DeskChat.Ana, new DeskAct.End(HandOverOutcome.Solved));

        desk.Chat.Effects.PostedTo.ShouldAllBe(post => post.Conversation == There);
        desk.Chat.Effects.Posted.Select(post => post.Name).ShouldBe(
            [ElsewhereEvents.Answered, ElsewhereEvents.Over]);
    }

    [Fact]
    public async Task Who_writes_there_just_after_the_end_is_told_that_the_bot_is_back()
    {
        var desk = await DeskChat.ClaimedAsync();
        var late = SaidThere(desk, "thank you");
        await desk.ActAsync(DeskChat.Ana, new DeskAct.End(HandOverOutcome.Solved));

        (await desk.Chat.TurnAsync(late)).ShouldBeEmpty();

        desk.Chat.Effects.Posted.ShouldHaveSingleItem().Name.ShouldBe(ElsewhereEvents.Over);
    }

    private static DeskChat Elsewhere(HandOverState state)
    {
        var desk = new DeskChat();
        desk.Others.Add(Waiting("A-1", state));
        return desk;
    }

    private static HandOver Waiting(string? account, HandOverState state) => new()
    {
        Id = "h-1",
        Conversation = There,
        AccountNumber = account,
        Locale = "en",
        Reason = HandOverReason.AskedFor,
        Step = "status.next.Question",
        State = state,
        Owner = state == HandOverState.Active ? new("ana", "Ana") : null,
        RequestedAt = DateTimeOffset.UnixEpoch,
        Since = DateTimeOffset.UnixEpoch,
    };

    private static Activity SaidThere(DeskChat desk, string text) => ElsewhereEvents.Event(
        ElsewhereEvents.Said, new SaidElsewhere(desk.Chat.HandOverId!, There, text));

    private static Activity Answered(string text) => ElsewhereEvents.Event(
        ElsewhereEvents.Answered, new PersonSaid("h-1", "Ana", text, File: null, "a-1"));

    private static Activity Over(string name) => ElsewhereEvents.Event(
        ElsewhereEvents.Over, new PersonSaid("h-1", name, "", File: null, "end"));
}
