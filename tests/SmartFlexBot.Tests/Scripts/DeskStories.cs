using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.Conversations.Accounts;
using SmartFlexBot.Desk;
using SmartFlexBot.Onboarding.HandOvers;

namespace SmartFlexBot.Tests.Scripts;

/// <summary>People at the desk through its port, customers over Direct Line, and all of the bot between them.</summary>
public sealed class DeskStories
{
    private static readonly DeskAgent Ana = new("ana@example.com", "Ana", [], IsSupervisor: false);

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_N_simultaneous_claims_on_one_row_exactly_one_wins_and_the_others_see_whose_it_is()
    {
        await using var script = await Script.StartAsync("Wizard");
        var desk = await AttendedAsync(script);
        var id = await AskAsync(script, desk);
        DeskAgent[] agents = [.. Enumerable.Range(1, 6).Select(number => new DeskAgent($"a{number}", $"Agent {number}", [], false))];

        var answers = await Task.WhenAll(agents.Select(agent => desk.ActAsync(agent, id, "c1" + agent.Id, new DeskAct.Claim(), Now)));

        var winner = answers.OfType<DeskAnswer.Done>().ShouldHaveSingleItem().Now.Owner!;
        answers.OfType<DeskAnswer.Refused>().ShouldAllBe(
            refused => refused.Why == DeskRefusal.OwnedByAnother && refused.Now!.Owner == winner);
        var loser = agents.First(agent => agent.Id != winner.Id);
        (await desk.ActAsync(loser, id, "s1", new DeskAct.Say("Nobody reads this"), Now)).ShouldBeOfType<DeskAnswer.Refused>();
        (await desk.ReadThreadAsync(id, 0, Now)).ShouldNotContain(line => line.Text == "Nobody reads this");
    }

    [Fact]
    public async Task Every_customer_message_of_the_queue_is_in_the_thread_in_order_before_the_agents_first_also_after_a_restart()
    {
        await using var script = await Script.StartAsync("Wizard");
        var desk = await AttendedAsync(script);
        var id = await AskAsync(script, desk);
        await script.SayAsync("first");
        await desk.ActAsync(Ana, id, "c1", new DeskAct.Claim(), Now);
        await desk.ActAsync(Ana, id, "t1", new DeskAct.Transfer(null, "back to the queue"), Now);
        await script.SayAsync("second");
        await script.Host.RestartAsync();
        desk = await AttendedAsync(script);
        await script.SayAsync("third");

        await desk.ActAsync(Ana, id, "c2", new DeskAct.Claim(), Now);
        var sent = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => desk.ActAsync(Ana, id, "s1", new DeskAct.Say("I am here"), Now)));

        sent.ShouldAllBe(answer => answer is DeskAnswer.Done, "a send repeated with the same client id gets the same answer");
        var thread = await desk.ReadThreadAsync(id, 0, Now);
        thread.Where(line => line.Author != ThreadAuthor.Bot).Select(line => line.Text)
            .ShouldBe(["I want to talk to a person", "first", "second", "third", "I am here"], "and stores one message");
        (thread[^1].Author, thread[^1].Name, thread[^1].ClientId).ShouldBe((ThreadAuthor.Agent, "Ana", "s1"));
        thread.Select(line => line.Sequence).ShouldBe(Enumerable.Range(1, thread.Count).Select(number => (long)number));
        (await script.TabAsync("1")).Client.ShouldNotBeNull();
        (await (await script.TabAsync("1")).Client.HistoryAsync()).Count(said => (string?)said["text"] == "I am here").ShouldBe(1);
    }

    [Fact]
    public async Task Cutting_the_desks_connection_at_any_point_leaves_the_shown_thread_equal_to_the_stored_thread()
    {
        await using var script = await Script.StartAsync("Wizard");
        var desk = await AttendedAsync(script);
        var id = await AskAsync(script, desk);
        await desk.ActAsync(Ana, id, "c1", new DeskAct.Claim(), Now);
        await desk.ActAsync(Ana, id, "n1", new DeskAct.Note("careful"), Now);
        await script.SayAsync("hello?");
        await desk.ActAsync(Ana, id, "s1", new DeskAct.Say("I am here"), Now);
        var stored = await desk.ReadThreadAsync(id, 0, Now);
        var whole = await TakeAsync(desk, DeskCursor.None, id, stored[^1].Sequence);

        for (var cut = 0; cut < whole.Count; cut++)
        {
            var cursor = DeskCursor.Parse(cut == 0 ? null : whole[cut - 1].Cursor.ToString());
            var rest = await TakeAsync(desk, cursor, id, stored[^1].Sequence);

            whole.Take(cut).Concat(rest).OfType<DeskEvent.Said>().Select(said => said.Line.Sequence)
                .ShouldBe(stored.Select(line => line.Sequence), $"cut after {cut}");
            whole.Take(cut).Concat(rest).OfType<DeskEvent.Noted>().Select(noted => noted.Note.Text).Distinct().ShouldBe(["careful"]);
        }

        (await TakeAsync(desk, new DeskCursor(long.MaxValue, 0), id, stored[^1].Sequence)).OfType<DeskEvent.Changed>()
            .ShouldHaveSingleItem("a forged cursor shows what is open, and no more").HandOver.Id.ShouldBe(id);
    }

    [Fact]
    public async Task That_a_customer_is_typing_is_told_to_whoever_has_the_chat_open_and_is_kept_nowhere()
    {
        await using var script = await Script.StartAsync("Wizard");
        var desk = await AttendedAsync(script);
        var id = await AskAsync(script, desk);
        var stored = await desk.ReadThreadAsync(id, 0, Now);
        var client = (await script.TabAsync("1")).Client;

        var told = TypingAsync(desk, (await desk.ReadBoardAsync(Now)).Cursor with { Line = stored[^1].Sequence }, id);
        while (!told.IsCompleted)
        {
            // Whoever opens the chat a moment later is told by the next one.
            await client.PostAsync(new JsonObject { ["type"] = "typing" });
        }

        (await told).Cursor.Line.ShouldBe(stored[^1].Sequence, "nothing was written down");
        (await desk.ReadThreadAsync(id, 0, Now)).Count.ShouldBe(stored.Count);
    }

    [Fact]
    public async Task The_customers_other_window_has_the_same_person_and_there_is_one_hand_over()
    {
        await using var script = await Script.StartAsync("Wizard");
        var desk = await AttendedAsync(script);
        var (laptop, phone) = (await script.TabAsync("1"), await script.TabAsync("2"));
        await Task.WhenAll(new[] { laptop, phone }.Select(tab => tab.Client.PostAsync(Saying("I want to talk to a person"))));
        await script.Host.SettleAsync();
        var id = (await desk.ReadBoardAsync(Now)).Waiting.ShouldHaveSingleItem("however they ask").Id;
        var asked = (await desk.FindChatAsync(id, Now))!.HandOver.Conversation;
        var other = asked.EndsWith(laptop.Client.ConversationId!, StringComparison.Ordinal) ? phone : laptop;

        await other.Client.PostAsync(Saying("I write from here"));
        await script.Host.SettleAsync();
        await desk.ActAsync(Ana, id, "c1", new DeskAct.Claim(), Now);
        await desk.ActAsync(Ana, id, "s1", new DeskAct.Say("And I answer you"), Now);
        await desk.ActAsync(Ana, id, "e1", new DeskAct.End(HandOverOutcome.Solved), Now);
        await script.Host.SettleAsync();

        (await desk.ReadThreadAsync(id, 0, Now)).ShouldContain(
            line => line.Author == ThreadAuthor.Customer && line.Text == "I write from here", "the agent has it in the one chat");
        foreach (var window in new[] { laptop, phone })
        {
            var read = (await window.Client.HistoryAsync()).Select(said => (string?)said["text"]).ToList();
            read.Count(text => text == "And I answer you").ShouldBe(1);
            read.ShouldContain(text => text != null && text.StartsWith("Ana has finished", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task At_claim_the_pack_shows_what_is_known_and_a_failing_Kraken_read_is_shown_as_such_and_does_not_block()
    {
        await using var script = await Script.StartAsync("Wizard");
        var desk = await AttendedAsync(script);
        await script.TabAsync("1");
        await script.SayAsync("I have a Tesla Model 3 and an Ohme Home Pro");
        await script.SayAsync("I want to talk to a person");
        var id = (await desk.ReadBoardAsync(Now)).Waiting.ShouldHaveSingleItem().Id;
        await desk.ActAsync(Ana, id, "c1", new DeskAct.Claim(), Now);

        var pack = (await desk.ReadPackAsync(id, "en", Now))!;
        await script.PlayAsync("fault: * httpStatus 503 times 0");
        var unread = (await desk.ReadPackAsync(id, "de", Now))!;

        pack.Unread.ShouldBeNull();
        pack.Summary.ShouldContain("asked for a person");
        pack.Summary.Split(' ').Length.ShouldBeLessThan(80);
        var rows = pack.Sections.SelectMany(section => section.Rows).ToDictionary(row => row.Label, row => row.Value);
        (rows["Account"], rows["Verified"], rows["Car"]).ShouldBe((script.Account, "yes", "Tesla Model 3"));
        unread.Unread.ShouldNotBeNull();
        unread.Summary.ShouldContain("möchte mit einem Menschen sprechen");
    }

    [Fact]
    public async Task Erasing_an_account_takes_hand_over_notes_and_tasks_with_it()
    {
        await using var script = await Script.StartAsync("Wizard");
        var desk = await AttendedAsync(script);
        var id = await AskAsync(script, desk);
        await desk.ActAsync(Ana, id, "c1", new DeskAct.Claim(), Now);
        await desk.ActAsync(Ana, id, "n1", new DeskAct.Note("a note"), Now);
        var due = script.Host.Clock.GetUtcNow().AddDays(1);
        await desk.ActAsync(Ana, id, "p1", new DeskAct.Promise(DeskTaskKind.CallBack, "", due, null), Now);
        (await desk.ReadBoardAsync(Now)).Tasks.ShouldHaveSingleItem();

        var data = script.Host.Services.GetRequiredService<AccountData>();
        await desk.LookAsync(Ana, id, DeskLookedAt.Pack, Now);
        await script.SayAsync("one more word");
        var export = (await data.ExportAsync(script.Account)).Records;
        export.Select(record => record.Kind).ShouldBeSubsetOf(
        [
            "journey", "journey-conversations", "handover", "handover-of", "handover-looks", "handover-notes", "desk-task", "desk-act",
        ]);
        export.Single(record => record.Kind == "handover-looks").Content!["looks"]!.ToJsonString().ShouldContain(Ana.Id, Case.Sensitive);
        await data.EraseAsync(script.Account, thorough: false);

        (await desk.FindChatAsync(id, Now)).ShouldBeNull();
        var board = await desk.ReadBoardAsync(Now);
        (board.Active.Count, board.Tasks.Count).ShouldBe((0, 0));
        (await desk.ActAsync(Ana, id, "s1", new DeskAct.Say("Hello"), Now)).ShouldBeOfType<DeskAnswer.Refused>();
    }

    [Fact]
    public async Task Where_nobody_has_ever_come_to_the_desk_customers_get_the_ways_of_contact()
    {
        await using var script = await Script.StartAsync("Wizard");
        await script.TabAsync("1");

        await script.SayAsync("I want to talk to a person");

        script.Heard.ShouldHaveSingleItem().ShouldContain("0800 000 0000");
    }

    private static async Task<IDesk> AttendedAsync(Script script)
    {
        var desk = script.Host.Services.GetRequiredService<IDesk>();
        await desk.AttendAsync(Ana, DeskPresence.Available, capacity: 5, Now);
        return desk;
    }

    /// <returns>The hand-over that a customer has just asked for.</returns>
    private static async Task<string> AskAsync(Script script, IDesk desk)
    {
        await script.TabAsync("1");
        await script.SayAsync("I want to talk to a person");
        return (await desk.ReadBoardAsync(Now)).Waiting.ShouldHaveSingleItem().Id;
    }

    private static JsonObject Saying(string text) => new() { ["type"] = "message", ["text"] = text };

    private static async Task<DeskEvent.Typing> TypingAsync(IDesk desk, DeskCursor after, string id)
    {
        await foreach (var happened in desk.WatchAsync(after, id, Now))
        {
            if (happened is DeskEvent.Typing typing)
            {
                return typing;
            }
        }

        throw new InvalidOperationException("The stream has ended.");
    }

    private static async Task<List<DeskEvent>> TakeAsync(IDesk desk, DeskCursor after, string id, long last)
    {
        var taken = new List<DeskEvent>();
        if (after.Line >= last)
        {
            return taken;
        }

        await foreach (var happened in desk.WatchAsync(after, id, Now))
        {
            taken.Add(happened);
            if (happened.Cursor.Line >= last)
            {
                break;
            }
        }

        return taken;
    }
}
