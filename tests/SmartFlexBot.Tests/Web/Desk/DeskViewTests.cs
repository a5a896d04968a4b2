using System.Text.Json;
using SmartFlexBot.Desk;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Web.Desk.Pages;
using SmartFlexBot.Web.Desk.Stream;
using SmartFlexBot.Web.Desk.Texts;

namespace SmartFlexBot.Tests.Web.Desk;

/// <summary>What an agent sees of the queue and of one chat: whose it is, who is named, what is late.</summary>
public sealed class DeskViewTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 9, 0, 0, TimeSpan.Zero);
    private static readonly DeskAgent Alex = new("alex", "Alex", ["en", "de"], IsSupervisor: false);
    private static readonly DeskAgent Sam = new("sam", "Sam", [], IsSupervisor: true);
    private static readonly HandOver Waiting = new()
    {
        Id = "h1",
        Conversation = "directline|c-1",
        Locale = "it",
        Reason = HandOverReason.Complaint,
        Step = "status.next.SignIn",
        State = HandOverState.Queued,
        RequestedAt = Now,
        Since = Now,
        HeardAt = Now,
    };

    private static readonly DeskWords Words = new("en", JsonSerializer.Deserialize<Dictionary<string, string>>(
        File.ReadAllText(Path.Combine(Page.Repository.WebRoot, "desk", "text", "en.json")))!);

    [Fact]
    public void What_others_have_stands_apart_from_what_is_ones_own()
    {
        var (own, others) = (Of("h2", "alex"), Of("h3", "sam"));
        var view = Queue(Alex, active: [own, others]);

        view.Own.ShouldBe([own]);
        view.Others.ShouldBe([others]);
    }

    [Theory]
    [InlineData(null, "alex", true)]
    [InlineData("alex", "alex", true)]
    [InlineData("sam", "alex", false)]
    [InlineData("alex", "sam", true)]
    public void A_task_is_for_whom_it_names_for_all_where_it_names_nobody_and_for_supervisors(
        string? @for, string seenBy, bool isSeen)
    {
        var task = TaskOf(@for, dueAt: Now);

        Queue(seenBy == "sam" ? Sam : Alex, tasks: [task]).Tasks.Contains(task).ShouldBe(isSeen);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void A_task_is_overdue_from_its_time_on(int seconds, bool isOverdue) =>
        Queue(Alex).IsOverdue(TaskOf(null, Now.AddSeconds(seconds))).ShouldBe(isOverdue);

    [Theory]
    [InlineData("Anna", "A-1", "Anna")]
    [InlineData(null, "A-1", "A-1")]
    [InlineData(null, null, "Customer")]
    public void A_customer_has_a_name_an_account_or_neither(string? name, string? account, string shown) =>
        ChatOf(Waiting with { CustomerName = name, AccountNumber = account }, Alex).Name.ShouldBe(shown);

    [Theory]
    [InlineData("sam", "Sam")]
    [InlineData("kim", "kim")]
    [InlineData(null, null)]
    public void Whom_it_was_passed_to_is_named_if_they_are_known(string? id, string? name) =>
        Queue(Alex, agents: [Here(Alex), Here(Sam)]).PassedTo(Waiting with { PassedTo = id }).ShouldBe(name);

    [Theory]
    [InlineData(HandOverState.Queued, null, "alex", ChatRights.Claim, false)]
    [InlineData(HandOverState.Queued, null, "sam", ChatRights.Claim, true)]
    [InlineData(HandOverState.Active, "alex", "alex", ChatRights.Write, true)]
    [InlineData(HandOverState.Active, "sam", "alex", ChatRights.Look, false)]
    [InlineData(HandOverState.Active, "alex", "sam", ChatRights.TakeOver, true)]
    [InlineData(HandOverState.Ended, null, "sam", ChatRights.Look, false)]
    public void Who_may_do_what(HandOverState state, string? owner, string seenBy, ChatRights rights, bool mayEnd)
    {
        var chat = ChatOf(Of("h1", owner) with { State = state }, seenBy == "sam" ? Sam : Alex);

        (chat.Rights, chat.MayEnd).ShouldBe((rights, mayEnd));
    }

    [Theory]
    [InlineData(HandOverState.Active, "alex", null, "With you")]
    [InlineData(HandOverState.Active, "sam", null, "With Sam")]
    [InlineData(HandOverState.Queued, null, null, "Waiting for an agent")]
    [InlineData(HandOverState.Ended, null, HandOverOutcome.Solved, "Ended: Solved")]
    [InlineData(HandOverState.TimedOut, null, null, "Nobody came in time")]
    public void Where_it_stands_is_said_in_words(HandOverState state, string? owner, HandOverOutcome? outcome, string said) =>
        ChatOf(Of("h1", owner) with { State = state, Outcome = outcome }, Alex).State.ShouldBe(said);

    [Theory]
    [InlineData(ThreadAuthor.Customer, null, "customer", "Anna")]
    [InlineData(ThreadAuthor.Customer, "Anna's phone", "customer", "Anna's phone")]
    [InlineData(ThreadAuthor.Bot, null, "bot", "Bot")]
    [InlineData(ThreadAuthor.Agent, "Sam", "agent", "Sam")]
    [InlineData(ThreadAuthor.Agent, null, "agent", "Agent")]
    public void Each_line_has_an_author(ThreadAuthor author, string? name, string kind, string shown)
    {
        var line = new ThreadLine(1, Now, author, name, "Hi", [], null);

        (ChatView.KindOf(line), ChatOf(Waiting with { CustomerName = "Anna" }, Alex).AuthorOf(line)).ShouldBe((kind, shown));
    }

    [Fact]
    public void What_has_changed_is_told_by_its_chat_and_what_was_said_by_the_open_one()
    {
        StreamChange.Of(new DeskEvent.Noted(default, new("n1", "h7", "alex", "Alex", "x", Now)), Alex, "h1").Chat.ShouldBe("h7");
        StreamChange.Of(new DeskEvent.Tasked(default, TaskOf(null, Now)), Alex, "h1").Chat.ShouldBe("h1");
        StreamChange.Of(new DeskEvent.Said(default, new(1, Now, ThreadAuthor.Bot, null, "Hi", [], null)), Alex, "h5").Chat.ShouldBe("h5");
    }

    private static HandOver Of(string id, string? owner) => Waiting with
    {
        Id = id,
        State = owner is null ? HandOverState.Queued : HandOverState.Active,
        Owner = owner is null ? null : new(owner, owner == "sam" ? "Sam" : "Alex"),
    };

    private static DeskTask TaskOf(string? @for, DateTimeOffset dueAt) =>
        DeskTask.Of(Waiting, "t1", DeskTaskKind.CallBack, "", dueAt, @for, by: null, Now);

    private static DeskAgentPresence Here(DeskAgent agent) =>
        new(agent.Id, agent.Name, agent.Languages, agent.IsSupervisor, DeskPresence.Available, 4, Now);

    private static QueueView Queue(
        DeskAgent agent, HandOver[]? active = null, DeskTask[]? tasks = null, DeskAgentPresence[]? agents = null) =>
        new(Words, agent, new(DeskCursor.None, [], active ?? [], agents ?? [], tasks ?? [], IsOpen: true), Now);

    private static ChatView ChatOf(HandOver handOver, DeskAgent agent) =>
        new(Words, agent, new(handOver, [], [], []), Now, Lines: [], Replies: [], Colleagues: []);
}
