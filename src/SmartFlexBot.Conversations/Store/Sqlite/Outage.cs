using Microsoft.Data.Sqlite;
using SmartFlexBot.BotFramework.Ports;
using static SQLitePCL.raw;

namespace SmartFlexBot.Conversations.Store.Sqlite;

/// <summary>Tells trouble with the file from mistakes in a statement, which stay what they are.</summary>
internal static class Outage
{
    public static StoreUnavailableException? Of(Exception exception) =>
        exception is SqliteException sqlite && Reason(sqlite.SqliteErrorCode) is { } reason ? new(reason, exception) : null;

    private static string? Reason(int code) => code switch
    {
        SQLITE_FULL => "the disk is full",
        SQLITE_BUSY or SQLITE_LOCKED => "the database file is locked by another process",
        SQLITE_READONLY => "the database file is read-only",
        SQLITE_IOERR => "reading or writing the database file failed",
        SQLITE_CORRUPT or SQLITE_NOTADB => "the database file is damaged",
        SQLITE_CANTOPEN => "the database file cannot be opened",
        SQLITE_NOMEM => "there is not enough memory",
        _ => null,
    };
}
