namespace SmartFlexBot.Conversations.Store.Sqlite.Tables;

/// <summary>Status numbers are those of <see cref="CommandStatus"/>.</summary>
internal static class CommandSql
{
    public const string Insert =
        """
        INSERT INTO commands (key, kind, conversation, payload, status, attempts, not_before, created_at)
        VALUES (@key, @kind, @conversation, @payload, 0, 0, 0, @now) ON CONFLICT (key) DO NOTHING
        """;

    /// <summary>Whether there is anything to claim: an idle node does not write.</summary>
    public const string AnyDue = "SELECT 1 FROM commands WHERE status = @status AND not_before <= @now LIMIT 1";

    public const string Claim =
        """
        UPDATE commands SET status = 1, claimed_by = @node, claimed_at = @now, attempts = attempts + 1
        WHERE id IN (SELECT id FROM commands WHERE status = 0 AND not_before <= @now ORDER BY id LIMIT @limit)
        RETURNING id, key, kind, conversation, payload, attempts, claimed_at
        """;

    /// <summary>Takes over unclear commands: claimed again while this node reads, and unclear again if it dies.</summary>
    public const string ClaimUnclear =
        """
        UPDATE commands SET status = 1, claimed_by = @node
        WHERE id IN (SELECT id FROM commands WHERE status = 2 AND not_before <= @now ORDER BY id LIMIT @limit)
        RETURNING id, key, kind, conversation, payload, attempts, claimed_at
        """;

    // The next three are fenced by the claim: a node that lost it changes nothing.
    public const string Done =
        "UPDATE commands SET status = 3, payload = NULL WHERE id = @id AND claimed_by = @node AND status = 1";

    public const string Pending =
        "UPDATE commands SET status = 0, claimed_by = NULL, not_before = @not_before WHERE id = @id AND claimed_by = @node AND status = 1";

    public const string Unclear =
        "UPDATE commands SET status = 2, not_before = @not_before WHERE id = @id AND claimed_by = @node AND status = 1";

    /// <summary>Claims of nodes that were forgotten have nobody who could still bring an outcome.</summary>
    public const string Orphans =
        """
        UPDATE commands SET status = 2, not_before = @now
        WHERE status = 1 AND claimed_by NOT IN (SELECT id FROM nodes)
        """;
}
