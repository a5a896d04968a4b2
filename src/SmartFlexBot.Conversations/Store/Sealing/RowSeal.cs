using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Conversations.Store.Sealing;

/// <summary>Seals what goes into rows and opens what comes out. A value that does not open harms its own row alone.</summary>
internal sealed partial class RowSeal(RowCipher cipher, RowNames names, ILogger<RowSeal> logger)
{
    public RowNames Names => names;

    public string Close(string text, string identity) => cipher.Seal(text, identity);

    /// <returns>Null when it does not open, which is said in the log.</returns>
    public string? TryOpen(string value, string identity)
    {
        var opened = cipher.Open(value, identity);
        if (opened is null)
        {
            Log.NotOpened(logger, identity[..identity.IndexOf('\n', StringComparison.Ordinal)]);
        }

        return opened;
    }

    /// <exception cref="CryptographicException">It does not open.</exception>
    public string Open(string value, string identity) =>
        TryOpen(value, identity) ?? throw new CryptographicException("A stored value does not open.");

    /// <returns>What no JSON reader takes, where it does not open: a damaged row is known by that.</returns>
    public string OpenJson(string value, string identity) => TryOpen(value, identity) ?? "";

    public Opening? Seal(ConversationKey conversation, Opening? opening) => opening is null
        ? null
        : new(Close(opening.Origin, RowIdentity.Origin(conversation)), names.Owner(opening.Owner));

    public Arrival Seal(ConversationKey conversation, Arrival arrival)
    {
        var (key, json) = (names.DedupeKey(conversation, arrival.DedupeKey), arrival.Json);
        return arrival with
        {
            DedupeKey = key,
            About = names.About(conversation, arrival.About),
            Json = arrival.Logged ? "" : Close(json, RowIdentity.Inbox(conversation, key)),
            LoggedLength = arrival.Logged ? RowCipher.LongestSealed(Encoding.UTF8.GetByteCount(json)) : 0,
            Logging = sequence => Close(json, RowIdentity.Log(conversation, sequence)),
            Protected = arrival.Protected is { } secret ? Close(secret, RowIdentity.InboxSecret(conversation, key)) : null,
        };
    }

    public Outgoing Seal(ConversationKey conversation, Outgoing outgoing) => outgoing with
    {
        Logging = (json, sequence) => Close(json, RowIdentity.Log(conversation, sequence)),
    };

    public InboxEvent Seal(InboxEvent entry)
    {
        var key = names.DedupeKey(entry.Conversation, entry.DedupeKey);
        return entry with
        {
            DedupeKey = key,
            About = names.About(entry.Conversation, entry.About)!,
            Json = Close(entry.Json, RowIdentity.Inbox(entry.Conversation, key)),
        };
    }

    public StoredEntry Open(ConversationKey conversation, StoredEntry entry) =>
        entry with { Json = OpenJson(entry.Json, RowIdentity.Log(conversation, entry.Sequence)) };

    /// <summary>Texts that are sealed together.</summary>
    public static string Together(string first, string second) =>
        string.Create(CultureInfo.InvariantCulture, $"{first.Length}:{first}{second}");

    public static (string First, string Second) Apart(string together)
    {
        var colon = together.IndexOf(':', StringComparison.Ordinal);
        var end = colon + 1 + int.Parse(together.AsSpan(0, colon), CultureInfo.InvariantCulture);
        return (together[(colon + 1)..end], together[end..]);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A value of {Column} does not open: it is damaged, or its key is lost.")]
        public static partial void NotOpened(ILogger logger, string column);
    }
}
