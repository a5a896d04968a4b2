using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Storage;

namespace SmartFlexBot.Conversations.Inbox;

/// <summary>Who opened a conversation. Written once, encrypted.</summary>
internal sealed class OriginStore(StoreReader reader, StoreWriter writer, Protection protection, TimeProvider time)
{
    public ConversationOrigin? Find(ConversationKey conversation) =>
        reader.Read(session => session.First(ConversationSql.Origin, row => row.GetString(0), conversation.ToString()))
            is { } stored ? Open(stored) : null;

    public ConversationOrigin Open(string stored) =>
        JsonSerializer.Deserialize(protection.Origin.Unprotect(stored), OriginJson.Default.ConversationOrigin)
        ?? throw new JsonException("A stored origin is never null.");

    public string Seal(ConversationOrigin origin) =>
        protection.Origin.Protect(JsonSerializer.Serialize(origin, OriginJson.Default.ConversationOrigin));

    /// <returns>False when the conversation exists already.</returns>
    public async Task<bool> CreateAsync(ConversationKey conversation, ConversationOrigin origin)
    {
        var stored = Seal(origin);
        var now = time.UnixNow();
        return await writer.AdmitAsync(session => session.Execute(ConversationSql.Open, conversation.ToString(), stored, now)) == 1;
    }
}

internal static class Ownership
{
    /// <exception cref="ConversationOwnedByAnotherException">It is another user or account.</exception>
    public static void RequireSame(this ConversationOrigin existing, ConversationOrigin origin)
    {
        if ((existing.UserId, existing.AccountNumber) != (origin.UserId, origin.AccountNumber))
        {
            throw new ConversationOwnedByAnotherException();
        }
    }
}

[JsonSerializable(typeof(ConversationOrigin))]
internal sealed partial class OriginJson : JsonSerializerContext;
