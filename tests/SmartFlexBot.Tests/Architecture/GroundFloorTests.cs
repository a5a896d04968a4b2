using System.Reflection;
using System.Text.RegularExpressions;
using ArchUnitNET.Domain.Extensions;
using ArchUnitNET.Loader;

namespace SmartFlexBot.Tests.Architecture;

/// <summary>
/// Conversations/Store is the only folder that knows a database, and what is above it knows its contract alone: so another database can
/// stand behind it. (The simulator keeps its own small file; it stands in for another company's.)
/// </summary>
public sealed partial class GroundFloorTests
{
    private const string Room = "SmartFlexBot.Conversations";
    private const string Store = $"{Room}.Store";

    private static readonly string[] Database =
        ["Microsoft.Data.", "Microsoft.EntityFrameworkCore.", "SQLitePCL.", "Npgsql.", "System.Data.", $"{Store}.Sqlite.",
            $"{Store}.PostgreSql."];

    [Fact]
    public void No_other_file_names_a_database_or_writes_its_language()
    {
        var files = SourceFiles.Under("src").Where(file => !IsGroundFloor(file.Path)).ToList();

        files.ShouldNotBeEmpty();
        files.SelectMany(Breaches).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("using Microsoft.Data.Sqlite;")]
    [InlineData("using Microsoft.EntityFrameworkCore;")]
    [InlineData("using SmartFlexBot.Conversations.Store.Sqlite;")]
    [InlineData("var undone = \"SELECT id FROM inbox WHERE status = 0\";")]
    [InlineData("    INSERT INTO log (conversation, seq)")]
    [InlineData("    UPDATE inbox SET status = 1")]
    [InlineData("    DELETE FROM outbox WHERE seq = @seq")]
    [InlineData("\"PRAGMA busy_timeout = 10\"")]
    public void A_database_in_another_file_is_noticed(string planted) =>
        Breaches(new($"src/{Room}/Turns/Planted.cs", $"namespace Planted;\n{planted}\n")).ShouldBe([$"src/{Room}/Turns/Planted.cs:2"]);

    [Fact]
    public void No_compiled_code_above_the_store_uses_a_database() =>
        Uses(Assembly.Load(Room), except: $"{Store}.").ShouldBeEmpty();

    /// <summary>The contract itself names no database either; only where it is put together is one chosen.</summary>
    [Fact]
    public void The_contract_uses_no_database() =>
        Uses(Assembly.Load(Room), except: $"{Store}.Sqlite.").Where(use => !use.StartsWith("StoreServices ", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public void Compiled_code_that_uses_a_database_is_noticed() =>
        Uses(Assembly.GetExecutingAssembly(), except: "none").ShouldContain("StoreFiles uses Microsoft.Data.Sqlite.SqliteConnection");

    private static bool IsGroundFloor(string path) =>
        path.StartsWith($"src/{Room}/Store/", StringComparison.Ordinal)
            || path.StartsWith("src/SmartFlexBot.KrakenSimulator/", StringComparison.Ordinal);

    private static IEnumerable<string> Breaches(SourceFile file) =>
        new HouseRule("A database", DatabaseText()).Breaches(file.Path, file.Text);

    private static IEnumerable<string> Uses(Assembly assembly, string except) =>
        from type in new ArchLoader().LoadAssemblies(assembly).Build().Types
        where !type.FullName.StartsWith(except, StringComparison.Ordinal)
        from used in type.GetTypeDependencies().Select(used => used.FullName).Distinct()
        where Database.Any(name => used.StartsWith(name, StringComparison.Ordinal))
        select $"{type.Name} uses {used}";

    [GeneratedRegex(
        @"\b(SELECT\s[^;""]*\bFROM|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|PRAGMA\s+\w+|CREATE\s+TABLE)\b"
        + @"|\b(Microsoft\.Data|Microsoft\.EntityFrameworkCore|SQLitePCL|Npgsql|System\.Data|Store\.Sqlite|Store\.PostgreSql)\b")]
    private static partial Regex DatabaseText();
}
