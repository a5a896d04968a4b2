using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SmartFlexBot.Benchmarks.Turns;

/// <summary>Fills a database: one conversation is really held, the others are its rows under other ids.</summary>
internal static class StoredConversations
{
    private const string Seed = "seed";
    private const string KeyPrefix = "test|";
    private const int Chunk = 5_000;
    private static readonly string[] Tables = ["log", "inbox", "outbox"];

    public static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"stored-{number}");

    public static async Task WriteOneAsync(string database)
    {
        await using var bot = await BotProcess.StartOursAsync(database);
        using var load = new TurnLoad(bot, _ => Seed);
        await load.HoldAsync(Seed, []);
    }

    public static void Multiply(string database, int count)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=false");
        connection.Open();
        Execute(connection, "PRAGMA synchronous=OFF; PRAGMA cache_size=-200000;");
        for (var from = 0; from < count; from += Chunk)
        {
            using var transaction = connection.BeginTransaction();
            var to = Math.Min(from + Chunk, count) - 1;
            Copy(connection, "conversations", "key", from, to);
            foreach (var table in Tables)
            {
                Copy(connection, table, "conversation", from, to);
            }

            transaction.Commit();
        }

        Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE);");
    }

    private static void Copy(SqliteConnection connection, string table, string key, int from, int to)
    {
        // Rows that are numbered by the database get numbers of their own.
        var others = string.Join(", ", Columns(connection, table).Where(column => column != key && column != "id"));
        Execute(connection,
            $"""
            WITH RECURSIVE numbers(number) AS (SELECT {from} UNION ALL SELECT number + 1 FROM numbers WHERE number < {to})
            INSERT INTO {table} ({key}, {others})
            SELECT '{KeyPrefix}stored-' || number, {others} FROM numbers CROSS JOIN {table} WHERE {key} = '{KeyPrefix}{Seed}'
            """);
    }

    private static List<string> Columns(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM pragma_table_info(@table)";
        command.Parameters.AddWithValue("@table", table);
        using var reader = command.ExecuteReader();
        var columns = new List<string>();
        while (reader.Read())
        {
            columns.Add(reader.GetString(0));
        }

        return columns;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Made of constants and numbers of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
