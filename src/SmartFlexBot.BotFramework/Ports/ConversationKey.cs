using System.Text.Json.Serialization;

namespace SmartFlexBot.BotFramework.Ports;

/// <summary>One conversation on one channel. Both parts are opaque and compared ordinally.</summary>
public readonly record struct ConversationKey(string ChannelId, string ConversationId)
{
    /// <summary>The form used as a grain key and in the store: channel, a bar, conversation id (which may hold bars itself).</summary>
    public override string ToString() => $"{ChannelId}|{ConversationId}";

    public static ConversationKey Parse(string text)
    {
        var bar = text.IndexOf('|', StringComparison.Ordinal);
        return bar > 0 ? new(text[..bar], text[(bar + 1)..]) : throw new FormatException("A conversation key is 'channel|id'.");
    }
}

/// <summary>
/// Who is on the other side of a conversation, as the channel or the supplier's own signed-in page vouched for it.
/// </summary>
/// <param name="UserId">The channel's id of the customer.</param>
/// <param name="UserName">A name to greet with; may be null.</param>
/// <param name="AccountNumber">The Kraken account this conversation may act for; null until one was vouched for. Never read from what the
/// customer sends.</param>
/// <param name="Locale">BCP-47 language the conversation began in; null when unknown.</param>
/// <param name="SignedInUntil">
/// Until when the customer has signed in to <paramref name="AccountNumber"/> in the chat itself; null where the channel vouches for it.
/// </param>
public sealed record ConversationOrigin(
    string UserId, string? UserName = null, string? AccountNumber = null, string? Locale = null, DateTimeOffset? SignedInUntil = null)
{
    /// <summary>The account as the channel vouches for it: what a customer has signed in to since is none of its business.</summary>
    [JsonIgnore]
    public string? VouchedAccount => SignedInUntil is null ? AccountNumber : null;
}
