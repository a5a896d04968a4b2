using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SmartFlexBot.Conversations.Store.Sqlite.Migrations;

namespace SmartFlexBot.Conversations.Store.Sqlite;

/// <summary>The SQLite file: opens connections, and makes it ready once: checked, ours, migrated.</summary>
internal sealed class StoreDatabase(IOptions<StoreOptions> options, IDbContextFactory<ConversationsDbContext> contexts) : IDisposable
{
    // The driver waits for a locked file on top of SQLite's own wait (busy_timeout), by default half a minute: clients give up before.
    private const int NoSecondWait = 1;

    private readonly string _path = Path.GetFullPath(options.Value.Path);
    private readonly Lock _once = new();
    private FileStream? _exclusive;
    private StoreFileWitness? _witness;

    public static string ConnectionString(StoreOptions options) => new SqliteConnectionStringBuilder
    {
        DataSource = Path.GetFullPath(options.Path),
        Pooling = false,
    }.ToString();

    /// <exception cref="StoreRefusedException">
    /// The file is in use, cannot be written, is damaged, not ours, or from a newer version.
    /// </exception>
    public void MakeReady()
    {
        lock (_once)
        {
            if (_exclusive is not null)
            {
                return;
            }

            MakeFolder();
            var exclusive = TakeFile();
            try
            {
                StoreFileCheck.Refuse(_path, options.Value.CheckAtStart);
                using var context = contexts.CreateDbContext();
                Migrate(context);
                _witness = new StoreFileWitness(_path);
                _exclusive = exclusive;
            }
            catch (SqliteException exception)
            {
                throw new StoreRefusedException(
                    $"The database {_path} cannot be used: {Outage.Of(exception)?.Message ?? exception.Message}", exception);
            }
            finally
            {
                if (_exclusive is null)
                {
                    exclusive.Dispose();
                }
            }
        }
    }

    public SqlSession OpenWriter() => Open(SqlitePragmas.Writer);

    public SqlSession OpenReader() => Open(SqlitePragmas.Reader);

    /// <inheritdoc cref="StoreFileWitness.RequireInPlace"/>
    public void RequireInPlace() => _witness?.RequireInPlace();

    public void Dispose()
    {
        _witness?.Dispose();
        _exclusive?.Dispose();
    }

    private SqlSession Open(string pragmas)
    {
        MakeReady();
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = _path,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
            DefaultTimeout = NoSecondWait,
        }.ToString());
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = pragmas;
            command.ExecuteNonQuery();
            return new SqlSession(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void MakeFolder()
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            if (!OperatingSystem.IsWindows() && !File.Exists(_path))
            {
                // For this program's user alone. What SQLite puts beside it gets the same rights.
                new FileStream(_path, new FileStreamOptions
                {
                    Mode = FileMode.OpenOrCreate,
                    Access = FileAccess.Write,
                    Share = FileShare.ReadWrite,
                    UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
                }).Dispose();
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(exception);
        }
    }

    /// <summary>
    /// One process a file: two would each take the other's claimed commands for orphans. The system frees it when a process dies.
    /// </summary>
    private FileStream TakeFile()
    {
        try
        {
            return new FileStream(_path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (IsTakenByAnother(exception))
        {
            throw new StoreRefusedException(
                $"The database {_path} is in use by another process. Stop that one, or set Store:Path to another file.", exception)
            {
                IsInUse = true,
            };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(exception);
        }
    }

    // EWOULDBLOCK on Linux and macOS, ERROR_SHARING_VIOLATION on Windows.
    private static bool IsTakenByAnother(IOException exception) => exception.HResult is 11 or 35 or unchecked((int)0x80070020);

    private StoreRefusedException CannotWrite(Exception cause) => new(
        $"The folder of the database {_path} cannot be written to ({cause.Message}). "
        + "Make it writable for this program, or set Store:Path to another file.",
        cause);

    private void Migrate(ConversationsDbContext context)
    {
        var known = context.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = context.Database.GetAppliedMigrations().ToList();
        if (applied.FirstOrDefault(id => !known.Contains(id)) is { } unknown)
        {
            throw new StoreRefusedException(
                $"The database {_path} was written by a newer version of this program (it has {unknown}). "
                + "Start that version, or set Store:Path to another file.");
        }

        if (applied.Count > 0 && !applied.Contains(AtRest.Id) && StoreFileCheck.HasConversations(context))
        {
            throw new StoreRefusedException(
                $"The database {_path} was written before contents were encrypted, and is not taken over. Set Store:Path to a new file.");
        }

        if (applied.Count < known.Count)
        {
            // The file is ours alone, so a lock that a killed migration left behind is stale; waiting for it would never end.
            context.Database.ExecuteSqlRaw(SqlitePragmas.DropStaleMigrationLock);
            context.Database.Migrate();
        }
    }
}
