using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace SmartFlexBot.Conversations.Store.Sqlite;

/// <summary>
/// One connection with its prepared statements. Values are bound in the order in which the statement first names its parameters.
/// Not thread-safe.
/// </summary>
internal sealed partial class SqlSession(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _prepared = [];

    /// <summary>True while SQLite has no transaction open: it ends one by itself when the disk is full or fails.</summary>
    public bool IsAutocommit => SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) != 0;

    /// <returns>The number of rows changed.</returns>
    public int Execute(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteNonQuery();

    /// <returns>What <paramref name="read"/> made of the first row; the default when there was none.</returns>
    public T? First<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var reader = Bind(sql, values).ExecuteReader();
        return reader.Read() ? read(reader) : default;
    }

    public List<T> Query<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values) =>
        QueryWhile(sql, read, (_, _) => true, values);

    /// <param name="takes">Given each row and whether it is the first one: false ends the reading, without that row.</param>
    public List<T> QueryWhile<T>(
        string sql, Func<SqliteDataReader, T> read, Func<T, bool, bool> takes, params ReadOnlySpan<object?> values)
    {
        using var reader = Bind(sql, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read() && read(reader) is var row && takes(row, rows.Count == 0))
        {
            rows.Add(row);
        }

        return rows;
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
        {
            command.Dispose();
        }

        connection.Dispose();
    }

    private SqliteCommand Bind(string sql, ReadOnlySpan<object?> values)
    {
        var command = _prepared.TryGetValue(sql, out var known) ? known : Prepare(sql);
        if (command.Parameters.Count != values.Length)
        {
            throw new ArgumentException($"{command.Parameters.Count} values expected, {values.Length} given: {sql}", nameof(values));
        }

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command;
    }

    private SqliteCommand Prepare(string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every statement is a constant of this assembly.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var name in ParameterName().Matches(sql).Select(match => match.Value).Distinct(StringComparer.Ordinal))
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        return _prepared[sql] = command;
    }

    [GeneratedRegex("@[a-z_]+")]
    private static partial Regex ParameterName();
}
