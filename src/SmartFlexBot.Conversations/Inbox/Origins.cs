using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Conversations.Inbox;

/// <summary>Who opened a conversation. Written once, encrypted.</summary>
internal sealed class Origins(IInboxStore store, Protection protection)
{
    public async ValueTask<ConversationOrigin?> FindAsync(ConversationKey conversation) =>
        await store.FindOriginAsync(conversation) is { } found ? Open(found) : null;

    public ConversationOrigin Open(string origin) =>
        JsonSerializer.Deserialize(protection.Origin.Unprotect(origin), OriginJson.Default.ConversationOrigin)
        ?? throw new JsonException("A stored origin is never null.");

    public string Seal(ConversationOrigin origin) =>
        protection.Origin.Protect(JsonSerializer.Serialize(origin, OriginJson.Default.ConversationOrigin));

    /// <returns>False when the conversation exists already.</returns>
    public Task<bool> CreateAsync(ConversationKey conversation, ConversationOrigin origin) =>
        store.OpenAsync(conversation, Seal(origin));
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
