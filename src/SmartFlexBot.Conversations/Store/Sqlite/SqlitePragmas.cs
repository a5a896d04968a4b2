namespace SmartFlexBot.Conversations.Store.Sqlite;

internal static class SqlitePragmas
{
    /// <summary>"SFXB" in the file's header: this database is ours.</summary>
    public const int ApplicationId = 0x53465842;

    // The journal mode is kept in the file; synchronous=FULL fsyncs the WAL at each commit, so acknowledged means durable.
    public const string Writer =
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000; PRAGMA foreign_keys=ON; PRAGMA cache_size=-16000; "
        + Overwrite;

    /// <summary>What is deleted or replaced is overwritten in the file.</summary>
    public const string Overwrite = "PRAGMA secure_delete=ON;";

    /// <summary>Everything into the file, and nothing left in the write-ahead log.</summary>
    public const string EmptyLog = "PRAGMA wal_checkpoint(TRUNCATE)";

    /// <summary>The whole file anew, without what was left between rows.</summary>
    public const string Rewrite = "VACUUM";

    public const string Reader = "PRAGMA busy_timeout=5000; PRAGMA query_only=ON;";

    public const string DropStaleMigrationLock = "DROP TABLE IF EXISTS \"__EFMigrationsLock\"";
}
