using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store;
using SmartFlexBot.Conversations.Store.Sqlite;

namespace SmartFlexBot.Tests.Conversations.Store.Sqlite;

/// <summary>What an operator meets. The full disk, damaged, foreign and newer databases are in <see cref="StoreTests"/>.</summary>
public sealed class StoreFailuresTests
{
    [Fact]
    public async Task A_locked_file_is_told_while_reads_go_on_and_it_recovers()
    {
        await using var host = await ConversationsHost.StartAsync(Bots.Echo);
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "before");
        await host.SettleAsync();
        var health = host.Services.GetRequiredService<StoreHealth>();
        // So that the test need not wait as long as a customer would.
        var writer = host.Services.GetRequiredService<StoreWriter>();
        await writer.WriteAsync(session => session.First("PRAGMA busy_timeout = 10", row => row.GetInt64(0)));

        using (StoreFiles.Lock(host.Path))
        {
            var failure = await Should.ThrowAsync<StoreUnavailableException>(() => host.SayAsync(conversation, "hello", "id-1"));

            failure.Message.ShouldContain("locked by another process");
            health.Failure!.ShouldContain("locked by another process");
            (await host.TranscriptAsync(conversation)).ShouldBe(["user: before", "bot: You said before"]);
        }

        (await host.SayAsync(conversation, "hello", "id-1")).Duplicate.ShouldBeFalse("nothing of the refused one was stored");
        health.IsHealthy.ShouldBeTrue();
        (await host.TranscriptAsync(conversation)).ShouldBe(["user: before", "bot: You said before", "user: hello", "bot: You said hello"]);
    }

    [Fact]
    public async Task A_file_that_turns_read_only_is_told_and_it_recovers()
    {
        await using var host = await ConversationsHost.StartAsync(Bots.Echo);
        var conversation = await host.OpenAsync();
        var health = host.Services.GetRequiredService<StoreHealth>();
        // SQLite then answers as it does on a file system that was remounted read-only; the writer's next connection is a new one.
        var writer = host.Services.GetRequiredService<StoreWriter>();
        await writer.WriteAsync(session => session.First("PRAGMA query_only = ON", row => row.GetInt64(0)));

        var failure = await Should.ThrowAsync<StoreUnavailableException>(() => host.SayAsync(conversation, "hello", "id-1"));

        failure.Message.ShouldContain("read-only");
        health.Failure!.ShouldContain("read-only");
        (await host.SayAsync(conversation, "hello", "id-1")).Duplicate.ShouldBeFalse();
        health.IsHealthy.ShouldBeTrue();
        (await host.TranscriptAsync(conversation)).ShouldBe(["user: hello", "bot: You said hello"]);
    }

    [Fact]
    public async Task A_read_only_file_is_refused_at_start_and_taken_once_it_is_writable()
    {
        var first = await ConversationsHost.StartAsync(Bots.Counter);
        var conversation = await first.OpenAsync();
        await first.SayAsync(conversation, "a");
        await first.SettleAsync();
        await first.DisposeAsync();
        File.SetAttributes(first.Path, FileAttributes.ReadOnly);

        (await RefusalAsync(first.Path)).ShouldContain("is read-only");

        File.SetAttributes(first.Path, FileAttributes.Normal);
        await using var second = await ConversationsHost.StartAsync(Bots.Counter, path: first.Path, clock: first.Clock);
        await second.SayAsync(conversation, "b");
        (await second.TranscriptAsync(conversation)).ShouldBe(["user: a", "bot: 1: a", "user: b", "bot: 2: b"]);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_told_by_the_settings_name()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("conversations").FullName, "a-file");
        await File.WriteAllTextAsync(file, "in the way", TestContext.Current.CancellationToken);

        (await RefusalAsync(Path.Combine(file, "bot.db"))).ShouldContain("Store:Path");
    }

    [Fact]
    public async Task A_folder_that_takes_no_new_file_is_told_as_such_and_not_as_in_use()
    {
        // Permissions do not hold back root; a folder in the place of the lock file does.
        var path = Path.Combine(Directory.CreateTempSubdirectory("conversations").FullName, "bot.db");
        Directory.CreateDirectory(path + ".lock");

        var refusal = await RefusalAsync(path);

        refusal.ShouldContain("cannot be written to");
        refusal.ShouldNotContain("in use");
    }

    [Theory]
    [InlineData("DELETE FROM key_ring")]
    [InlineData("UPDATE key_ring SET text = 'no XML' WHERE name <> 'data key'")]
    public async Task A_database_without_the_keys_of_what_it_holds_is_refused_each_time(string loss)
    {
        var path = await WithAConversationAsync();
        StoreFiles.Execute(path, loss);

        await KeyRefusalAsync(path);
        await KeyRefusalAsync(path);
    }

    [Fact]
    public async Task A_database_with_the_keys_of_another_is_refused()
    {
        var (path, other) = (await WithAConversationAsync(), await WithAConversationAsync());
        StoreFiles.Execute(
            path,
            $"""
            ATTACH '{other}' AS other;
            DELETE FROM main.key_ring WHERE name <> 'data key';
            INSERT INTO main.key_ring (name, text) SELECT name, text FROM other.key_ring WHERE name <> 'data key';
            """);

        await KeyRefusalAsync(path);
    }

    private static async Task<string> WithAConversationAsync()
    {
        var host = await ConversationsHost.StartAsync(Bots.Echo);
        await host.OpenAsync();
        await host.DisposeAsync();
        return host.Path;
    }

    private static async Task KeyRefusalAsync(string path)
    {
        var refusal = await Should.ThrowAsync<StoreRefusedException>(() => ConversationsHost.StartAsync(Bots.Echo, path: path));
        refusal.Message.ShouldContain("its keys are missing or locked");
    }

    private static async Task<string> RefusalAsync(string path)
    {
        var refusal = await Should.ThrowAsync<StoreRefusedException>(() => ConversationsHost.StartAsync(Bots.Echo, path: path));
        refusal.Message.ShouldContain(path);
        return refusal.Message;
    }
}
