using Microsoft.Data.Sqlite;
using SmartFlexBot.BotFramework.Ports;
using static SQLitePCL.raw;

namespace SmartFlexBot.Conversations.Store.Sqlite;

/// <summary>Tells trouble with the file from mistakes in a statement, which stay what they are.</summary>
internal static class Outage
{
    public static StoreUnavailableException? Of(Exception exception) =>
        exception switch
        {
            StoreUnavailableException known => known,
            SqliteException damaged when IsDamage(damaged) => new("the database file is damaged", exception, StoreLoss.Damaged),
            SqliteException sqlite when Reason(sqlite.SqliteErrorCode) is { } reason => new(reason, exception),
            _ => null,
        };

    /// <summary>A table that was there at the start is there, as long as it is our file.</summary>
    private static bool IsDamage(SqliteException exception) => exception.SqliteErrorCode is SQLITE_CORRUPT or SQLITE_NOTADB
        || exception.Message.Contains("no such table", StringComparison.Ordinal);

    private static string? Reason(int code) => code switch
    {
        SQLITE_FULL => "the disk is full",
        SQLITE_BUSY or SQLITE_LOCKED => "the database file is locked by another process",
        SQLITE_READONLY => "the database file is read-only",
        SQLITE_IOERR => "reading or writing the database file failed",
        SQLITE_CANTOPEN => "the database file cannot be opened",
        SQLITE_NOMEM => "there is not enough memory",
        _ => null,
    };
}
