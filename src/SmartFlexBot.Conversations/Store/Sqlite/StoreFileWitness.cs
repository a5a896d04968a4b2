using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Conversations.Store.Sqlite;

/// <summary>
/// Holds the file as it was opened. On Linux a file can be moved, deleted or replaced under whoever has it open: they would go on in one
/// that nobody sees any more, and new connections in another.
/// </summary>
internal sealed class StoreFileWitness : IDisposable
{
    // SQLITE_FCNTL_HAS_MOVED; systems that keep an open file in its place do not know it and leave the answer as it was.
    private const int HasMoved = 20;

    private readonly SqliteConnection _connection;

    public StoreFileWitness(string path)
    {
        _connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        _connection.Open();
    }

    /// <exception cref="StoreUnavailableException">What lies at the path is not what was opened.</exception>
    public void RequireInPlace()
    {
        var moved = 0;
        _ = FileControl(_connection.Handle!, "main", HasMoved, ref moved);
        if (moved != 0)
        {
            throw new StoreUnavailableException(
                "the database file was moved, deleted or replaced; put it back, or start this program again with the one that is there now",
                cause: null, StoreLoss.Moved);
        }
    }

    public void Dispose() => _connection.Dispose();

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control", CharSet = CharSet.Ansi, BestFitMapping = false)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern int FileControl(
        SafeHandle database, [MarshalAs(UnmanagedType.LPUTF8Str)] string name, int operation, ref int answer);
}
