using Microsoft.AspNetCore.DataProtection;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Hosting;
using SmartFlexBot.Conversations.Inbox;
using SmartFlexBot.Conversations.Storage;
using SmartFlexBot.Conversations.Turns;

namespace SmartFlexBot.Conversations.Commands;

/// <summary>A command that this node may work on. Its payload is still encrypted.</summary>
internal sealed record ClaimedCommand(
    long Id, string Key, string Kind, ConversationKey Conversation, string? Payload, int Attempt, long ClaimedAt);

/// <summary>Claims, and what becomes of them. Every change is fenced by the claim.</summary>
internal sealed class CommandStore(
    StoreReader reader, StoreWriter writer, Protection protection, Node node, ConversationWaker waker, TimeProvider time)
{
    public async Task<List<ClaimedCommand>> ClaimAsync(CommandStatus status, int limit)
    {
        var now = time.UnixNow();
        if (limit <= 0 || !reader.Read(session => session.First(CommandSql.AnyDue, _ => true, (int)status, now)))
        {
            return [];
        }

        return await writer.WriteAsync(session => status == CommandStatus.Pending
            ? session.Query(CommandSql.Claim, Read, node.Id, now, limit)
            : session.Query(CommandSql.ClaimUnclear, Read, node.Id, now, limit));
    }

    public Command Open(ClaimedCommand claimed) => new(
        claimed.Kind,
        claimed.Key,
        claimed.Payload is null ? "" : protection.CommandPayload.Unprotect(claimed.Payload),
        claimed.Conversation,
        claimed.Attempt);

    /// <summary>Stores the outcome and brings it into the conversation, in one commit; the payload is erased.</summary>
    public async Task CompleteAsync(ClaimedCommand claimed, CommandOutcome.Completed outcome)
    {
        var now = time.UnixNow();
        var entry = InboxEvent.From(
            claimed.Conversation,
            $"command:{claimed.Key}",
            SystemEvent.Create(CommandResult.EventName, claimed.Kind, claimed.Key, "result", outcome.Result));
        if (await writer.WriteAsync(session =>
            session.Execute(CommandSql.Done, claimed.Id, node.Id) == 1 && InboxWrites.PostEvent(session, entry, now)))
        {
            waker.Wake(claimed.Conversation);
        }
    }

    /// <summary>It was certainly not carried out: it may be, after the pause.</summary>
    public Task ReleaseAsync(ClaimedCommand claimed, TimeSpan after) => SetAsync(CommandSql.Pending, claimed, after);

    /// <summary>Nobody knows whether it was carried out: read after the pause.</summary>
    public Task DoubtAsync(ClaimedCommand claimed, TimeSpan after) => SetAsync(CommandSql.Unclear, claimed, after);

    private Task<int> SetAsync(string sql, ClaimedCommand claimed, TimeSpan after)
    {
        var notBefore = after > TimeSpan.Zero ? time.UnixNow() + after.Ms() : 0;
        return writer.WriteAsync(session => session.Execute(sql, notBefore, claimed.Id, node.Id));
    }

    private static ClaimedCommand Read(Microsoft.Data.Sqlite.SqliteDataReader row) => new(
        row.GetInt64(0),
        row.GetString(1),
        row.GetString(2),
        ConversationKey.Parse(row.GetString(3)),
        row.IsDBNull(4) ? null : row.GetString(4),
        row.GetInt32(5),
        row.GetInt64(6));
}
