using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace SmartFlexBot.Conversations.Store.Sqlite;

/// <summary>Looks at a database file before anything is written to it. Never guesses: what is not surely ours is refused.</summary>
internal static class StoreFileCheck
{
    private const string CountTables =
        "SELECT count(*) FROM sqlite_schema WHERE name NOT LIKE '\\_\\_EF%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'";

    /// <exception cref="StoreRefusedException">The file is read-only, damaged, or belongs to something else.</exception>
    public static void Refuse(string path, bool thorough)
    {
        var file = new FileInfo(path);
        if (file is { Exists: true, IsReadOnly: true })
        {
            throw new StoreRefusedException(
                $"The database {path} is read-only. Make it writable for this program, or set Store:Path to another file.");
        }

        if (file is not { Exists: true, Length: > 0 })
        {
            return;
        }

        try
        {
            // Read-write, so that what a killed process left in the write-ahead log is seen too.
            using var connection = new SqliteConnection(
                new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
            connection.Open();
            RefuseForeign(path, connection);
            if (thorough && Text(connection, "PRAGMA quick_check(1)") is not "ok" and var finding)
            {
                throw Damaged(path, finding, null);
            }
        }
        catch (SqliteException exception) when (
            exception.SqliteErrorCode is SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT)
        {
            throw Damaged(path, exception.Message, exception);
        }
        catch (SqliteException exception)
        {
            throw new StoreRefusedException($"The database {path} cannot be opened: {exception.Message}", exception);
        }
    }

    public static bool HasConversations(ConversationsDbContext context) =>
        context.Database.SqlQueryRaw<int>("SELECT count(*) AS Value FROM conversations").Single() > 0;

    private static void RefuseForeign(string path, SqliteConnection connection)
    {
        var isOurs = Text(connection, "PRAGMA application_id") == $"{SqlitePragmas.ApplicationId}";
        // A first start that was killed leaves an empty database, or one with nothing but the migrations' own tables.
        var isUnused = Text(connection, CountTables) == "0";
        if (!isOurs && !isUnused)
        {
            throw new StoreRefusedException(
                $"The file {path} is a database, but not one of this program. Set Store:Path to another file.");
        }
    }

    private static string? Text(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts above are constants.
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static StoreRefusedException Damaged(string path, string? finding, Exception? cause) => new(
        $"The database {path} is damaged or not a database ({finding}). Restore a backup, or set Store:Path to another file.", cause);
}
