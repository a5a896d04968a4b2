using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Tests.Conversations.Store;

/// <summary>An activity that is accepted and answered in one commit.</summary>
public sealed class AtOnceTests
{
    private static readonly Outgoing Answer = new(["\"a\"", "\"b\""], OutgoingWay.Request);

    [Fact]
    public async Task It_is_logged_before_its_answer_and_a_repetition_finds_both()
    {
        await using var store = await StoreHost.StartAsync();

        await store.Turns.CommitAsync(Commit() with { Outgoing = Answer, State = """{"n":1}""" });

        (await store.TranscriptAsync()).ShouldBe(["1 id-hi: \"hi\"", "2 c1|0000002: \"a\"", "3 c1|0000003: \"b\""]);
        (await store.Turns.LoadAsync(StoreHost.Conversation)).ShouldBe(new StoredConversation("sealed", """{"n":1}""", 1));
        (await store.Inbox.HasUndoneAsync(StoreHost.Conversation)).ShouldBeFalse();
        (await store.Inbox.AcceptAsync(StoreHost.Conversation, Arrivals.Of("hi"), null)).ShouldBe(
            new Acceptance("id-hi", 1, Duplicate: true));
        var kept = await store.Inbox.FindAnswerAsync(StoreHost.Conversation, "hi");
        (kept!.ActivityId, string.Join(' ', kept.Activities)).ShouldBe(("id-hi", "\"a\" \"b\""));
    }

    [Fact]
    public async Task An_event_has_no_log_entry()
    {
        await using var store = await StoreHost.StartAsync();

        await store.Turns.CommitAsync(Commit(logged: false) with { Outgoing = Answer });

        (await store.TranscriptAsync()).ShouldBe(["1 c1|0000001: \"a\"", "2 c1|0000002: \"b\""]);
        (await store.Inbox.FindAnswerAsync(StoreHost.Conversation, "hi"))!.Activities.ShouldBe(["\"a\"", "\"b\""]);
    }

    [Fact]
    public async Task It_opens_a_new_conversation()
    {
        await using var store = await StoreHost.StartAsync();
        var conversation = new ConversationKey("test", "new");

        await store.Turns.CommitAsync(Commit(origin: "mine") with { Conversation = conversation });

        (await store.Turns.LoadAsync(conversation)).ShouldBe(new StoredConversation("mine", "{}", 1));
    }

    [Fact]
    public async Task A_conversation_that_another_opened_meanwhile_is_read_again()
    {
        await using var store = await StoreHost.StartAsync();

        await Should.ThrowAsync<StaleVersionException>(() => store.Turns.CommitAsync(Commit(origin: "mine")));
        await Should.ThrowAsync<StaleVersionException>(
            () => store.Turns.CommitAsync(Commit() with { Conversation = new("test", "nowhere") }));

        (await store.TranscriptAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_does_not_overtake_what_was_accepted_before()
    {
        await using var store = await StoreHost.StartAsync();
        var first = await store.AcceptAsync("first");

        await Should.ThrowAsync<OvertakenException>(() => store.Turns.CommitAsync(Commit()));

        await store.Turns.CommitAsync(Commits.Of(first, version: 0));
        await store.Turns.CommitAsync(Commit(version: 1));
        (await store.TranscriptAsync()).ShouldBe(["1 c1|0000001: \"first\"", "2 id-hi: \"hi\""]);
    }

    [Fact]
    public async Task What_was_accepted_before_is_not_answered_again()
    {
        await using var store = await StoreHost.StartAsync();
        await store.Turns.CommitAsync(Commit() with { Outgoing = Answer });

        await Should.ThrowAsync<ItemDoneException>(() => store.Turns.CommitAsync(Commit(version: 1) with { Outgoing = Answer }));

        (await store.Log.NewestAsync(StoreHost.Conversation)).ShouldBe(3);
    }

    private static TurnCommit Commit(bool logged = true, string? origin = null, long version = 0) =>
        Commits.Of(new TurnSubject.AtOnce(Arrivals.Of("hi") with { Logged = logged }, origin is null ? null : new(origin, "me")), version);
}
