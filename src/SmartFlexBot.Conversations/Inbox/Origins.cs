using System.Text.Json;
using System.Text.Json.Serialization;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Conversations.Inbox;

/// <summary>Who opened a conversation. Written once, and by turns in which a customer signs in or out.</summary>
internal sealed class Origins(IInboxStore store)
{
    public async ValueTask<ConversationOrigin?> FindAsync(ConversationKey conversation) =>
        await store.FindOriginAsync(conversation) is { } found ? Read(found) : null;

    public static ConversationOrigin Read(string origin) =>
        JsonSerializer.Deserialize(origin, OriginJson.Default.ConversationOrigin)
        ?? throw new JsonException("A stored origin is never null.");

    /// <summary>A conversation that nobody vouched for belongs to itself.</summary>
    public static Opening OpeningOf(ConversationKey conversation, ConversationOrigin origin) => new(
        JsonSerializer.Serialize(origin, OriginJson.Default.ConversationOrigin),
        origin.AccountNumber is { } account ? OwnerOf(account) : $"conversation {conversation}");

    /// <summary>Who signs out leaves what was said to the account that it was said for.</summary>
    public static OriginChange ChangeTo(ConversationOrigin origin) => new(
        JsonSerializer.Serialize(origin, OriginJson.Default.ConversationOrigin),
        origin.AccountNumber is { } account ? OwnerOf(account) : null);

    public static string OwnerOf(string accountNumber) => $"account {accountNumber}";

    /// <returns>False when the conversation exists already.</returns>
    public Task<bool> CreateAsync(ConversationKey conversation, ConversationOrigin origin) =>
        store.OpenAsync(conversation, OpeningOf(conversation, origin));
}

internal static class Ownership
{
    /// <exception cref="ConversationOwnedByAnotherException">It is another user or account.</exception>
    public static void RequireSame(this ConversationOrigin existing, ConversationOrigin origin)
    {
        if ((existing.UserId, existing.VouchedAccount) != (origin.UserId, origin.VouchedAccount))
        {
            throw new ConversationOwnedByAnotherException();
        }
    }
}

[JsonSerializable(typeof(ConversationOrigin))]
internal sealed partial class OriginJson : JsonSerializerContext;
