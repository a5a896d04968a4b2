using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store;
using SmartFlexBot.Conversations.Store.Sqlite;

namespace SmartFlexBot.Tests.Conversations.Store.Sqlite;

public sealed class StoreTests
{
    [Fact]
    public async Task A_conversation_goes_on_after_a_restart()
    {
        var first = await ConversationsHost.StartAsync(Bots.Counter);
        var conversation = await first.OpenAsync();
        await first.SayAsync(conversation, "a", "id-a");
        await first.SettleAsync();
        await first.DisposeAsync();

        await using var second = await ConversationsHost.StartAsync(Bots.Counter, path: first.Path, clock: first.Clock);
        (await second.SayAsync(conversation, "a", "id-a")).ShouldBe(new Acceptance("c1|0000001", 1, Duplicate: true));
        await second.SayAsync(conversation, "b");

        (await second.TranscriptAsync(conversation)).ShouldBe(["user: a", "bot: 1: a", "user: b", "bot: 2: b"]);
        (await second.History.FindOriginAsync(conversation, TestContext.Current.CancellationToken))
            .ShouldBe(new ConversationOrigin("dl_customer", "Ada", "A-1"));
    }

    [Fact]
    public async Task A_failing_job_sinks_no_other_of_its_group()
    {
        await using var host = await ConversationsHost.StartAsync(Bots.Echo);
        var writer = host.Services.GetRequiredService<StoreWriter>();
        var begun = new TaskCompletionSource();
        using var release = new ManualResetEventSlim();
        var blocker = writer.WriteAsync(session =>
        {
            begun.SetResult();
            release.Wait();
            return session.Execute("INSERT INTO nodes (id, last_seen) VALUES ('blocker', 9000000000000)");
        });
        await begun.Task;
        var before = writer.WriteAsync(session => session.Execute("INSERT INTO nodes (id, last_seen) VALUES ('before', 9000000000000)"));
        var failing = writer.WriteAsync<int>(session =>
        {
            session.Execute("INSERT INTO nodes (id, last_seen) VALUES ('failing', 9000000000000)");
            throw new InvalidOperationException("mine");
        });
        var broken = writer.WriteAsync(session => session.Execute("INSERT INTO nodes (id, last_seen) VALUES ('before', 9000000000000)"));
        var after = writer.WriteAsync(session => session.Execute("INSERT INTO nodes (id, last_seen) VALUES ('after', 9000000000000)"));

        release.Set();

        (await blocker, await before, await after).ShouldBe((1, 1, 1));
        (await Should.ThrowAsync<InvalidOperationException>(() => failing)).Message.ShouldBe("mine");
        await Should.ThrowAsync<Microsoft.Data.Sqlite.SqliteException>(() => broken);
        StoreFiles.Scalar(host.Path, "SELECT count(*) FROM nodes WHERE id IN ('blocker', 'before', 'after')").ShouldBe(3);
        StoreFiles.Scalar(host.Path, "SELECT count(*) FROM nodes WHERE id = 'failing'").ShouldBe(0);
    }

    [Fact]
    public async Task More_than_the_store_can_take_is_refused_at_once()
    {
        await using var host = await ConversationsHost.StartAsync(Bots.Echo);
        var conversation = await host.OpenAsync();
        var writer = host.Services.GetRequiredService<StoreWriter>();
        var begun = new TaskCompletionSource();
        using var release = new ManualResetEventSlim();
        var blocker = writer.WriteAsync(_ =>
        {
            begun.SetResult();
            release.Wait();
            return 0;
        });
        await begun.Task;
        var accepted = new List<Task<Acceptance>>();

        var refusal = await Should.ThrowAsync<StoreBusyException>(async () =>
        {
            while (accepted.Count < 5000)
            {
                var acceptance = host.SayAsync(conversation, "hello");
                if (acceptance.IsFaulted)
                {
                    await acceptance;
                }

                accepted.Add(acceptance);
            }
        });

        refusal.ShouldNotBeNull();
        release.Set();
        await blocker;
        (await Task.WhenAll(accepted)).ShouldAllBe(acceptance => !acceptance.Duplicate);
    }

    [Fact]
    public async Task A_full_disk_is_told_and_nothing_is_acknowledged_and_it_recovers()
    {
        await using var host = await ConversationsHost.StartAsync(Bots.Echo);
        var conversation = await host.OpenAsync();
        var writer = host.Services.GetRequiredService<StoreWriter>();
        var health = host.Services.GetRequiredService<StoreHealth>();
        await writer.WriteAsync(session => session.First("PRAGMA max_page_count = 1", row => row.GetInt64(0)));

        var big = new string('x', 2_000_000);
        var failure = await Should.ThrowAsync<StoreUnavailableException>(() => host.SayAsync(conversation, big, "big"));

        failure.Message.ShouldContain("the disk is full");
        health.IsHealthy.ShouldBeFalse();
        health.Failure!.ShouldContain("the disk is full");
        await writer.WriteAsync(session => session.First("PRAGMA max_page_count = 1000000", row => row.GetInt64(0)));
        (await host.SayAsync(conversation, "small", "big")).ShouldBe(new Acceptance("c1|0000001", 1, Duplicate: false));
        health.IsHealthy.ShouldBeTrue();
        (await host.TranscriptAsync(conversation)).ShouldBe(["user: small", "bot: You said small"]);
    }

    [Fact]
    public async Task The_origin_is_unreadable_in_the_file()
    {
        await using var host = await ConversationsHost.StartAsync(Bots.Echo);
        var conversation = new ConversationKey("test", "c9");

        await host.Inbox.OpenAsync(conversation, new("dl_x", "NAME-SECRET", "ACCOUNT-SECRET"), TestContext.Current.CancellationToken);

        StoreFiles.Contain(host.Path, "c9").ShouldBeTrue("else this test looks in the wrong place");
        StoreFiles.Contain(host.Path, "NAME-SECRET").ShouldBeFalse();
        StoreFiles.Contain(host.Path, "ACCOUNT-SECRET").ShouldBeFalse();
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_alone()
    {
        var path = NewPath();
        var content = string.Concat(Enumerable.Repeat("a letter to a friend. ", 1000));
        await File.WriteAllTextAsync(path, content, TestContext.Current.CancellationToken);

        var refusal = await RefusalAsync(path);

        refusal.ShouldContain("damaged or not a database");
        (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ShouldBe(content);
    }

    [Fact]
    public async Task A_damaged_database_is_refused()
    {
        var path = await UsedPathAsync();
        using (var file = new FileStream(path, FileMode.Open))
        {
            for (var page = 2; page < file.Length / 4096; page++)
            {
                file.Position = (page * 4096L) + 8;
                file.Write(new byte[512]);
            }
        }

        (await RefusalAsync(path)).ShouldContain("is damaged");
    }

    [Fact]
    public async Task Another_programs_database_is_refused_and_left_alone()
    {
        var path = NewPath();
        StoreFiles.Execute(path, "CREATE TABLE conversations (theirs TEXT)");

        (await RefusalAsync(path)).ShouldContain("not one of this program");
        StoreFiles.Scalar(path, "SELECT count(*) FROM sqlite_schema").ShouldBe(1);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused()
    {
        var path = await UsedPathAsync();
        StoreFiles.Execute(path, "INSERT INTO __EFMigrationsHistory VALUES ('20990101000000_Future', '12.0.0')");

        (await RefusalAsync(path)).ShouldContain("20990101000000_Future");
    }

    [Fact]
    public async Task A_database_that_another_process_uses_is_refused()
    {
        await using var host = await ConversationsHost.StartAsync(Bots.Echo);

        (await RefusalAsync(host.Path)).ShouldContain("in use by another process");
    }

    [Fact]
    public async Task A_first_start_that_died_half_way_is_taken_up()
    {
        var path = NewPath();
        StoreFiles.Execute(path, """CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER PRIMARY KEY, "Timestamp" TEXT)""");
        StoreFiles.Execute(path, """INSERT INTO "__EFMigrationsLock" VALUES (1, 'x')""");

        await using var host = await ConversationsHost.StartAsync(Bots.Echo, path: path);

        await host.OpenAsync();
    }

    [Fact]
    public async Task An_unset_path_is_told_by_its_settings_name()
    {
        var refusal = await Should.ThrowAsync<Exception>(() => ConversationsHost.StartAsync(Bots.Echo, path: ""));

        refusal.Message.ShouldContain("Store:Path");
    }

    private static string NewPath() => Path.Combine(Directory.CreateTempSubdirectory("conversations").FullName, "bot.db");

    private static async Task<string> UsedPathAsync()
    {
        var host = await ConversationsHost.StartAsync(Bots.Echo);
        await host.SayAsync(await host.OpenAsync(), "hello");
        await host.SettleAsync();
        await host.DisposeAsync();
        return host.Path;
    }

    private static async Task<string> RefusalAsync(string path)
    {
        var refusal = await Should.ThrowAsync<StoreRefusedException>(() => ConversationsHost.StartAsync(Bots.Echo, path: path));
        refusal.Message.ShouldContain(path);
        return refusal.Message;
    }
}
