using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace SmartFlexBot.KrakenSimulator.Storage;

/// <summary>
/// The simulator's own SQLite file: JSON documents by kind and id, who owns an id, and the count of mutations. What was written is on
/// the disk before the caller goes on, so a kill at any moment loses nothing that was answered.
/// </summary>
internal sealed class SimulatorStore : IDisposable
{
    private const string Layout = """
        CREATE TABLE IF NOT EXISTS documents (
            kind TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS owners (id TEXT NOT NULL PRIMARY KEY, account TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS mutations (
            name TEXT NOT NULL, account TEXT NOT NULL, taken INTEGER NOT NULL, refused INTEGER NOT NULL,
            PRIMARY KEY (name, account)) WITHOUT ROWID;
        """;

    private readonly string _connectionString;
    private readonly Lock _writer = new();

    public SimulatorStore(IOptions<SimulatorOptions> options, IHostEnvironment environment)
    {
        var path = Path.GetFullPath(options.Value.Path, environment.ContentRootPath);
        _connectionString = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 30 }.ToString();
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var connection = Open();
            Execute(connection, "PRAGMA journal_mode = WAL;" + Layout);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new InvalidDataException(
                $"The simulator's file {path} cannot be used ({problem.Message.TrimEnd('.')}). Set Simulator:Path to another file.",
                problem);
        }
    }

    /// <summary>Reads one consistent state.</summary>
    public T Read<T>(Func<SimulatorData, T> read)
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction(deferred: true);
        return read(new(connection, transaction));
    }

    /// <summary>Reads and writes as one transaction. An exception leaves everything as it was.</summary>
    public T Write<T>(Func<SimulatorData, T> write)
    {
        lock (_writer)
        {
            using var connection = Open();
            using var transaction = connection.BeginTransaction(deferred: false);
            var result = write(new(connection, transaction));
            transaction.Commit();
            return result;
        }
    }

    public void Write(Action<SimulatorData> write) => Write(data =>
    {
        write(data);
        return true;
    });

    public void Dispose()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        Execute(connection, "PRAGMA synchronous = FULL;");
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constant statements of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
