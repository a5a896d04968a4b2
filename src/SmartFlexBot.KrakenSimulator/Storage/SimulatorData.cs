using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Data.Sqlite;

namespace SmartFlexBot.KrakenSimulator.Storage;

/// <summary>The file inside one transaction.</summary>
internal sealed class SimulatorData(SqliteConnection connection, SqliteTransaction transaction)
{
    public T? Get<T>(string kind, string id, JsonTypeInfo<T> type) where T : class
    {
        using var command = Command("SELECT body FROM documents WHERE kind = $kind AND id = $id", ("$kind", kind), ("$id", id));
        return command.ExecuteScalar() is string body ? JsonSerializer.Deserialize(body, type) : null;
    }

    public IReadOnlyList<T> List<T>(string kind, JsonTypeInfo<T> type)
    {
        using var command = Command("SELECT body FROM documents WHERE kind = $kind ORDER BY id", ("$kind", kind));
        using var reader = command.ExecuteReader();
        var found = new List<T>();
        while (reader.Read())
        {
            found.Add(JsonSerializer.Deserialize(reader.GetString(0), type)!);
        }

        return found;
    }

    public void Put<T>(string kind, string id, T value, JsonTypeInfo<T> type) => Run(
        """
        INSERT INTO documents (kind, id, version, body) VALUES ($kind, $id, 1, $body)
        ON CONFLICT (kind, id) DO UPDATE SET version = version + 1, body = excluded.body
        """,
        ("$kind", kind), ("$id", id), ("$body", JsonSerializer.Serialize(value, type)));

    public void Delete(string kind) => Run("DELETE FROM documents WHERE kind = $kind", ("$kind", kind));

    public string? OwnerOf(string id)
    {
        using var command = Command("SELECT account FROM owners WHERE id = $id", ("$id", id));
        return command.ExecuteScalar() as string;
    }

    public void Own(string id, string account) =>
        Run("INSERT OR IGNORE INTO owners (id, account) VALUES ($id, $account)", ("$id", id), ("$account", account));

    public void Count(string mutation, string? account, bool refused) => Run(
        """
        INSERT INTO mutations (name, account, taken, refused) VALUES ($name, $account, $taken, $refused)
        ON CONFLICT (name, account) DO UPDATE SET taken = taken + excluded.taken, refused = refused + excluded.refused
        """,
        ("$name", mutation), ("$account", account ?? ""), ("$taken", refused ? 0 : 1), ("$refused", refused ? 1 : 0));

    public IReadOnlyList<MutationCount> Counts()
    {
        using var command = Command("SELECT name, account, taken, refused FROM mutations ORDER BY name, account");
        using var reader = command.ExecuteReader();
        var counts = new List<MutationCount>();
        while (reader.Read())
        {
            var account = reader.GetString(1);
            counts.Add(new(reader.GetString(0), account.Length == 0 ? null : account, reader.GetInt64(2), reader.GetInt64(3)));
        }

        return counts;
    }

    private void Run(string sql, params (string Name, object Value)[] values)
    {
        using var command = Command(sql, values);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql, params (string Name, object Value)[] values)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // Every caller is in this file and passes a constant.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }
}

/// <param name="Account">Null when the mutation names none.</param>
/// <param name="Count">How often it took effect.</param>
/// <param name="Refused">How often it was answered with an error and changed nothing.</param>
internal sealed record MutationCount(string Name, string? Account, long Count, long Refused);
