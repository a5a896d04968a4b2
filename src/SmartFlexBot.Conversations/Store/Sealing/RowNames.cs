using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Conversations.Store.Sealing;

/// <summary>
/// Keyed hashes (HMAC-SHA256, 144 bits) in the place of keys, which may name an account: the same key is the same hash, also after a
/// restart, and who has the file alone cannot try all accounts.
/// </summary>
internal sealed class RowNames(DataKey dataKey)
{
    private const int Kept = 18;

    private readonly Lazy<byte[]> _key = new(() => dataKey.Derive("names"));

    /// <param name="column">Where it stands: the same key has another hash in another column.</param>
    public string Of(string column, string key)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key.Value, Encoding.UTF8.GetBytes($"{column}\n{key}"), hash);
        return Base64Url.EncodeToString(hash[..Kept]);
    }

    /// <summary>What many conversations call the same has another hash in each.</summary>
    public string Of(string column, ConversationKey conversation, string key) => Of(column, $"{key.Length}\n{key}\n{conversation}");

    public string DedupeKey(ConversationKey conversation, string key) => Of("inbox.dedupe_key", conversation, key);

    public string? About(ConversationKey conversation, string? about) =>
        about is null ? null : Of("inbox.about", conversation, about);

    /// <param name="account">An account, or what stands for a conversation that has none.</param>
    public string Owner(string account) => Of("owner", account);
}
