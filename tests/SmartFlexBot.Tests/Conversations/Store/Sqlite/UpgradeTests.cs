using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store;
using SmartFlexBot.Conversations.Store.Sqlite;
using SmartFlexBot.Conversations.Store.Sqlite.Migrations;

namespace SmartFlexBot.Tests.Conversations.Store.Sqlite;

/// <summary>Databases of every version since the first one go on in this one.</summary>
public sealed class UpgradeTests
{
    public static TheoryData<string> Versions => [.. StoredVersion.All.Where(IsSealed)];

    public static TheoryData<string> OpenVersions => [.. StoredVersion.All.Where(version => !IsSealed(version))];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_conversation_of_an_older_version_goes_on(string migration)
    {
        var register = new RegisterHandler();
        await using var host = await StartAsync(StoredVersion.Unpack(migration), register);
        var conversation = new ConversationKey(TestChannel.Id, "c1");

        (await host.SayAsync(conversation, "hello", "id-hello")).ShouldBe(new Acceptance("c1|0000001", 1, Duplicate: true));
        await host.PassAsync(TimeSpan.FromSeconds(10));
        await host.SayAsync(conversation, "again");
        await host.SettleAsync();
        host.Clock.Advance(TimeSpan.FromDays(1));
        await host.PassAsync(TimeSpan.FromSeconds(5));

        const string car = """{"car":"Renault Zoe"}""";
        var transcript = await host.TranscriptAsync(conversation);
        transcript[..3].ShouldBe(["user: hello", "bot: 1: hello", "user: later"]);
        // Which of the two comes first depends on how fast the command is reconciled.
        transcript[3..5].Select(line => line.Split(' ')[2]).ShouldBe(["later", "command/result"], ignoreOrder: true);
        transcript[5..].ShouldBe(["user: again", $"bot: 4: again {car}", $"bot: 5: reminder {car}"]);
        register.Carried.ShouldBe(["register-1"]);
        (await host.History.FindOriginAsync(conversation, TestContext.Current.CancellationToken))
            .ShouldBe(new ConversationOrigin("dl_customer", "Ada", "A-1"));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task An_upgraded_database_has_the_schema_of_a_new_one(string migration)
    {
        await using var upgraded = await StartAsync(StoredVersion.Unpack(migration), new());
        await using var created = await ConversationsHost.StartAsync(Bots.Echo);

        Schema(upgraded.Path).ShouldBe(Schema(created.Path), "a migration that was published is never edited: add a new one");
    }

    [Theory]
    [MemberData(nameof(OpenVersions))]
    public async Task A_database_from_before_contents_were_sealed_is_refused_and_left_alone(string migration)
    {
        var path = StoredVersion.Unpack(migration);
        var before = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);

        (await Should.ThrowAsync<StoreRefusedException>(() => StartAsync(path, new())))
            .Message.ShouldContain("was written before contents were encrypted");

        (await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken)).ShouldBe(before);
    }

    [Fact]
    public async Task This_version_has_left_a_database_for_those_to_come()
    {
        await using var host = await ConversationsHost.StartAsync(Bots.Echo);
        await using var context = await host.Services.GetRequiredService<IDbContextFactory<ConversationsDbContext>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
        var newest = context.Database.GetMigrations().Last();

        if (!StoredVersion.All.Contains(newest))
        {
            Assert.Fail($"{await StoredVersion.MakeAsync(newest)} was missing and has been made. Commit it with its migration.");
        }
    }

    private static bool IsSealed(string migration) => string.CompareOrdinal(migration, AtRest.Id) >= 0;

    private static Task<ConversationsHost> StartAsync(string path, RegisterHandler register) => ConversationsHost.StartAsync(
        StoredVersion.Bot(),
        services => services.AddSingleton<ICommandHandler>(register),
        path,
        new FakeTimeProvider(StoredVersion.WrittenAt.AddMinutes(1)));

    /// <summary>Tables with their columns, and indexes; not their texts, which differ between CREATE and ALTER.</summary>
    private static List<string> Schema(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            SELECT m.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk
            FROM sqlite_schema m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%'
            UNION ALL SELECT name || ' ' || sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL
            ORDER BY 1
            """;
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
        {
            lines.Add(reader.GetString(0));
        }

        return lines;
    }
}
