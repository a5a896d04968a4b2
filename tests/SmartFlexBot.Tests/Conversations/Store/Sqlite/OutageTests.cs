using Microsoft.Data.Sqlite;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store.Sqlite;
using static SQLitePCL.raw;

namespace SmartFlexBot.Tests.Conversations.Store.Sqlite;

/// <summary>Which of SQLite's errors are trouble with the file, and which are mistakes in a statement.</summary>
public sealed class OutageTests
{
    [Theory]
    [InlineData(SQLITE_FULL, "the disk is full")]
    [InlineData(SQLITE_BUSY, "locked by another process")]
    [InlineData(SQLITE_LOCKED, "locked by another process")]
    [InlineData(SQLITE_READONLY, "read-only")]
    [InlineData(SQLITE_IOERR, "reading or writing")]
    [InlineData(SQLITE_CANTOPEN, "cannot be opened")]
    [InlineData(SQLITE_NOMEM, "not enough memory")]
    [InlineData(SQLITE_CORRUPT, "damaged")]
    [InlineData(SQLITE_NOTADB, "damaged")]
    [InlineData(SQLITE_CONSTRAINT, null)]
    [InlineData(SQLITE_ERROR, null)]
    [InlineData(SQLITE_MISUSE, null)]
    public void An_error_code_is_trouble_with_the_file_or_a_mistake_of_ours(int code, string? reason)
    {
        var outage = Outage.Of(new SqliteException("message", code));

        (outage is null).ShouldBe(reason is null);
        outage?.Message.ShouldContain(reason!);
    }

    [Fact]
    public void A_table_that_is_gone_is_damage_and_another_mistake_is_none()
    {
        Outage.Of(new SqliteException("SQLite Error 1: 'no such table: log'.", SQLITE_ERROR))!.Message.ShouldContain("damaged");
        Outage.Of(new SqliteException("SQLite Error 1: 'no such column: x'.", SQLITE_ERROR)).ShouldBeNull();
        Outage.Of(new InvalidOperationException("no such table")).ShouldBeNull();
    }

    [Fact]
    public void What_is_known_as_an_outage_stays_the_same_one()
    {
        var known = new StoreUnavailableException("known", new IOException());

        Outage.Of(known).ShouldBeSameAs(known);
    }
}
