using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Tests.Onboarding.Journeys;

namespace SmartFlexBot.Tests.Onboarding.Persons;

/// <summary>What leads to a person, and what is said where none can be had.</summary>
public sealed class WhenTests
{
    [Theory]
    [InlineData("I want to talk to a person", HandOverReason.AskedFor)]
    [InlineData("Ich möchte mit einem Menschen sprechen", HandOverReason.AskedFor)]
    [InlineData("quiero hablar con una persona", HandOverReason.AskedFor)]
    [InlineData("je veux parler à un conseiller", HandOverReason.AskedFor)]
    [InlineData("voglio parlare con una persona", HandOverReason.AskedFor)]
    [InlineData("I want to make a complaint", HandOverReason.Complaint)]
    [InlineData("My husband has died", HandOverReason.Vulnerable)]
    [InlineData("It smells of burning", HandOverReason.Danger)]
    [InlineData("we have no power at home", HandOverReason.NoPower)]
    public async Task Each_reason_hands_over_the_first_time_it_is_said(string words, HandOverReason reason)
    {
        var desk = new DeskChat();

        var said = await desk.Chat.SayAsync(words);

        desk.Open!.Reason.ShouldBe(reason);
        desk.Open.Words.ShouldBe(words);
        said[^1].ShouldStartWith(Chat.Start("handover.begun"));
        said.Count.ShouldBe(HandOverRules.Of(reason).Priority == HandOverPriority.Usual ? 1 : 2, "what is urgent is said first");
    }

    [Fact]
    public async Task Outside_opening_hours_the_truth_is_told_a_call_is_noted_with_a_time_and_the_bot_goes_on()
    {
        var desk = new DeskChat(settings: known => known with { Hours = [new(DayOfWeek.Tuesday, new(9, 0), new(17, 0))] });
        desk.Chat.Know(Facts.Fresh);
        await desk.Chat.OpenAsync();

        (await desk.Chat.SayAsync("a person please"))[0].ShouldBe(
            Chat.Text("handover.closed.opens", ("opening", "24 November 2026, 09:00")));
        var said = await desk.Chat.SayAsync("call me back");

        said[0].ShouldBe(Chat.Text("callback.noted.CallBack", ("by", "24 November 2026, 13:00")));
        said.Count.ShouldBe(2, "the step that stood stands again");
        desk.Tasks.ShouldHaveSingleItem().DueAt.ShouldBe(new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
        desk.Open.ShouldBeNull();
    }

    [Fact]
    public async Task A_call_is_promised_by_the_time_that_was_told_and_stands_when_it_is_spoken_of()
    {
        var desk = new DeskChat();
        desk.See(DeskChat.Ana, DeskPresence.Away);
        desk.Chat.Know(Facts.Fresh);
        await desk.Chat.OpenAsync();
        var asked = string.Join('\n', await desk.Chat.SayAsync("a person please"));
        desk.Chat.Time.Advance(TimeSpan.FromMinutes(1));

        var noted = (await desk.Chat.SayAsync("call me back"))[0];

        var due = desk.Tasks.ShouldHaveSingleItem().DueAt;
        due.ShouldBe(desk.Chat.Time.GetUtcNow() - TimeSpan.FromMinutes(1) + TimeSpan.FromHours(Shipped.Market.Desk!.CallBackHours));
        var told = noted[(noted.IndexOf("by ", StringComparison.Ordinal) + 3)..].TrimEnd('.');
        asked.ShouldContain(told);
        (await desk.Chat.SayAsync("ring me tonight")).ShouldBe([Chat.Text("callback.stands", ("by", told))]);
        (await desk.Chat.SayAsync("0170 1234567")).ShouldBe([Chat.Text("callback.number", ("by", told))]);
        desk.Tasks[^1].What.ShouldBe("0170 1234567");
    }

    [Fact]
    public async Task A_call_back_can_be_opened_tells_whom_and_why_and_is_done_like_any_promise()
    {
        var desk = new DeskChat(settings: known => known with { Hours = [new(DayOfWeek.Tuesday, new(9, 0), new(17, 0))] });
        desk.Chat.Know(Facts.Fresh);
        await desk.Chat.OpenAsync();
        await desk.Chat.SayAsync("I want to make a complaint");
        await desk.Chat.SayAsync("call me back");

        var task = desk.Tasks.ShouldHaveSingleItem();
        (task.CustomerName, task.Reason, task.Locale).ShouldBe((desk.Chat.UserName, HandOverReason.Complaint, "en"));
        var missed = desk.Ended.ShouldHaveSingleItem();
        (missed.Id, missed.State).ShouldBe((task.HandOverId, HandOverState.Failed));
        missed.Tasks.ShouldBe([task.Id]);

        (await desk.ActAsync(DeskChat.Ana, new DeskAct.Settle(task.Id), task.HandOverId)).ShouldBeEmpty();
        (desk.Refusal, desk.Tasks.Count).ShouldBe((null, 0));
    }

    [Fact]
    public async Task A_call_back_for_whom_nobody_came_belongs_to_that_chat()
    {
        var desk = await DeskChat.WaitingAsync();
        await desk.Chat.SayAsync("are you there?");
        var id = desk.Open!.Id;
        desk.See(DeskChat.Ana, DeskPresence.Away);
        await desk.Chat.TurnAsync(DeskEvents.Of(new HandOverTimer(id, HandOverTimerKind.Expired, desk.Open.Since)));

        await desk.Chat.SayAsync("call me back");

        desk.Tasks.ShouldHaveSingleItem().HandOverId.ShouldBe(id);
        desk.Ended.ShouldHaveSingleItem().Tasks.ShouldBe([desk.Tasks[0].Id]);
    }

    [Fact]
    public async Task A_dead_end_calls_a_person_once_and_then_it_is_for_the_customer_to_ask()
    {
        var kraken = new InMemoryKraken();
        var desk = new DeskChat(kraken);
        desk.Chat.Know(Facts.Begun);
        kraken.Show(new WizardStep.TerminalError("e", ["KT-CT-4399"]));

        (await desk.Chat.OpenAsync())[^1].ShouldStartWith(Chat.Start("handover.begun"));
        desk.Open!.Reason.ShouldBe(HandOverReason.DeadEnd);
        await desk.ActAsync(DeskChat.Ana, new DeskAct.Claim());

        (await desk.ActAsync(DeskChat.Ana, new DeskAct.End(HandOverOutcome.SentElsewhere)))[^1].ShouldBe(Chat.Text("open.Person"));
        desk.Open.ShouldBeNull();
    }

    [Fact]
    public async Task Where_the_market_says_so_a_complaint_is_offered_a_person_instead()
    {
        var desk = new DeskChat(settings: known => known with
        {
            Ways = new Dictionary<HandOverReason, HandOverWay> { [HandOverReason.Complaint] = HandOverWay.Offered },
        });

        (await desk.Chat.SayAsync("I want to make a complaint")).ShouldBe([Chat.Text("handover.offer")]);

        desk.Open.ShouldBeNull();
    }

    [Fact]
    public async Task Who_is_not_signed_in_gets_a_person_too_and_hears_the_ways_when_nobody_is_there()
    {
        var desk = new DeskChat(account: null);
        await desk.Chat.SayAsync("a person please");
        desk.Open!.AccountNumber.ShouldBeNull();
        await desk.Chat.SayAsync("go on");
        desk.See(DeskChat.Ana, DeskPresence.Away);

        (await desk.Chat.SayAsync("a person please")).ShouldBe([Chat.Text("person")]);
    }
}
