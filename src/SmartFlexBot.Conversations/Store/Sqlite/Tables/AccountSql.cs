namespace SmartFlexBot.Conversations.Store.Sqlite.Tables;

internal static class AccountSql
{
    public const string Conversations =
        """
        SELECT key, origin, state, state_version, created_at, last_activity FROM conversations
        WHERE owner = @owner ORDER BY created_at, key
        """;

    public const string Records =
        """
        SELECT kind, key, content, evidence, written_at, expires_at FROM records
        WHERE owner = @owner AND content IS NOT NULL ORDER BY written_at, kind, key
        """;

    /// <summary>Numbers are those of <see cref="OwnedWorkKind"/>.</summary>
    public const string Work =
        """
        SELECT 0, kind, key, conversation, payload, until FROM watches WHERE conversation IN
            (SELECT key FROM conversations WHERE owner = @owner)
        UNION ALL SELECT 1, '', key, conversation, activity, due_at FROM reminders WHERE conversation IN
            (SELECT key FROM conversations WHERE owner = @owner)
        UNION ALL SELECT 2, kind, key, conversation, payload, created_at FROM commands WHERE payload IS NOT NULL AND conversation IN
            (SELECT key FROM conversations WHERE owner = @owner)
        UNION ALL SELECT 3, name, key, NULL, json, recorded_at FROM events WHERE owner = @owner AND json <> ''
        """;

    /// <summary>In this order: what would bring something new first, and what says whose it is last.</summary>
    public static IReadOnlyList<string> Parts { get; } =
    [
        Of("watches"), Of("reminders"), Of("commands"), Of("outbox"), Of("inbox"), Of("log"),
        "DELETE FROM events WHERE rowid IN (SELECT rowid FROM events WHERE owner = @owner LIMIT @limit)",
        "DELETE FROM records WHERE rowid IN (SELECT rowid FROM records WHERE owner = @owner AND evidence = 0 LIMIT @limit)",
        "DELETE FROM conversations WHERE rowid IN (SELECT rowid FROM conversations WHERE owner = @owner LIMIT @limit)",
    ];

    private static string Of(string table) =>
        $"""
        DELETE FROM {table} WHERE rowid IN (SELECT rowid FROM {table} WHERE conversation IN
            (SELECT key FROM conversations WHERE owner = @owner) LIMIT @limit)
        """;
}
