using SmartFlexBot.Conversations.Store;
using SmartFlexBot.Conversations.Store.Sealing;
using SmartFlexBot.Conversations.Store.Sqlite;

namespace SmartFlexBot.Tests.Conversations.Store;

/// <summary>A command is its claimer's alone; one whose claimer is gone is unclear, and the claimer has no say in it any more.</summary>
public sealed class CommandClaimTests
{
    private static readonly InboxEvent Outcome = new(StoreHost.Conversation, "command:k1", "k1", "\"done\"", "o1");

    [Fact]
    public async Task A_claimed_command_is_claimed_once_and_its_outcome_comes_once()
    {
        await using var store = await StartAsync();
        var claimed = await ClaimAsync(store, CommandStatus.Pending);

        (claimed.Kind, claimed.Payload, claimed.Attempt, claimed.ClaimedAt).ShouldBe(("register", "sealed", 1, store.Now));
        (await store.Commands.ClaimAsync(CommandStatus.Pending, 10)).ShouldBeEmpty();
        (await store.Commands.CompleteAsync(claimed, Outcome)).ShouldBeTrue();
        (await store.Commands.CompleteAsync(claimed, Outcome with { DedupeKey = "again" })).ShouldBeFalse();

        (await store.Inbox.ReadReadyAsync(StoreHost.Conversation, 10)).Select(item => item.Json).ShouldBe(["\"done\""]);
        (await store.Commands.ClaimAsync(CommandStatus.Unclear, 10)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_released_command_is_carried_out_again_after_its_pause()
    {
        await using var store = await StartAsync();

        await store.Commands.ReleaseAsync(await ClaimAsync(store, CommandStatus.Pending), store.Now + 2000);

        (await store.Commands.ClaimAsync(CommandStatus.Pending, 10)).ShouldBeEmpty();
        store.Clock.Advance(TimeSpan.FromSeconds(2));
        (await store.Commands.ClaimAsync(CommandStatus.Unclear, 10)).ShouldBeEmpty();
        (await ClaimAsync(store, CommandStatus.Pending)).Attempt.ShouldBe(2);
    }

    [Fact]
    public async Task A_doubtful_command_is_read_after_its_pause_and_reading_is_no_attempt()
    {
        await using var store = await StartAsync();
        var claimed = await ClaimAsync(store, CommandStatus.Pending);

        await store.Commands.DoubtAsync(claimed, store.Now + 2000);

        (await store.Commands.ClaimAsync(CommandStatus.Unclear, 10)).ShouldBeEmpty();
        store.Clock.Advance(TimeSpan.FromSeconds(2));
        (await store.Commands.ClaimAsync(CommandStatus.Pending, 10)).ShouldBeEmpty();
        var unclear = await ClaimAsync(store, CommandStatus.Unclear);
        (unclear.Attempt, unclear.ClaimedAt).ShouldBe((1, claimed.ClaimedAt), "how long it has been unclear counts from its sending");
    }

    [Fact]
    public async Task No_more_are_claimed_than_there_is_room_for_and_the_oldest_first()
    {
        await using var store = await StartAsync();
        await store.CommitAsync(commit => commit with { Commands = [new("register", "k2", "sealed"), new("register", "k3", "sealed")] });

        (await store.Commands.ClaimAsync(CommandStatus.Pending, 2)).Select(claimed => claimed.Key)
            .ShouldBe(["k1", "k2"], ignoreOrder: true);
        (await store.Commands.ClaimAsync(CommandStatus.Pending, 2)).Select(claimed => claimed.Key).ShouldBe(["k3"]);
    }

    [Fact]
    public async Task A_node_that_was_forgotten_has_lost_its_claims()
    {
        await using var store = await StartAsync();
        var (dead, deadNodes) = AnotherNode(store);
        await deadNodes.TidyAsync(notSeenSince: 0, expired: 0);
        var claimed = (await dead.ClaimAsync(CommandStatus.Pending, 10)).ShouldHaveSingleItem();
        (await store.Nodes.TidyAsync(notSeenSince: store.Now - 1, expired: 0)).ShouldBe(0, "it was seen now");

        (await store.Nodes.TidyAsync(notSeenSince: store.Now, expired: 0)).ShouldBe(1);
        var unclear = await ClaimAsync(store, CommandStatus.Unclear);
        await dead.ReleaseAsync(claimed, 0);
        await dead.DoubtAsync(claimed, 0);
        (await dead.CompleteAsync(claimed, Outcome)).ShouldBeFalse();

        (await store.Inbox.HasUndoneAsync(StoreHost.Conversation)).ShouldBeFalse();
        (await store.Commands.CompleteAsync(unclear, Outcome)).ShouldBeTrue("its new claimer still has it");
    }

    [Fact]
    public async Task A_node_keeps_its_own_claims_while_it_tidies()
    {
        await using var store = await StartAsync();
        await store.Nodes.TidyAsync(notSeenSince: store.Now, expired: 0);
        var claimed = await ClaimAsync(store, CommandStatus.Pending);

        (await store.Nodes.TidyAsync(notSeenSince: store.Now, expired: 0)).ShouldBe(0);

        (await store.Commands.CompleteAsync(claimed, Outcome)).ShouldBeTrue();
    }

    private static async Task<StoreHost> StartAsync()
    {
        var store = await StoreHost.StartAsync();
        await store.CommitAsync(commit => commit with { Commands = [new("register", "k1", "sealed")] });
        return store;
    }

    private static async Task<ClaimedCommand> ClaimAsync(StoreHost store, CommandStatus status) =>
        (await store.Commands.ClaimAsync(status, 10)).ShouldHaveSingleItem();

    /// <summary>Another process on the same store.</summary>
    private static (ICommandStore Commands, INodeStore Nodes) AnotherNode(StoreHost store)
    {
        var (reader, writer, node) = (store.Get<StoreReader>(), store.Get<StoreWriter>(), new Node(store.Clock));
        var commands = new SqliteCommands(reader, writer, node, store.Clock);
        return (new SealedCommands(commands, store.Get<RowSeal>()), new SqliteNodes(reader, writer, node, store.Clock));
    }
}
