using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SmartFlexBot.Desk.Hubs.Chatwoot;

/// <summary>
/// Whether a webhook is Chatwoot's: HMAC-SHA256 as hex over "{timestamp}.{raw body}" with the inbox's webhook secret (chatwoot/chatwoot
/// pull requests 13573 and 13892; API inboxes since 4.13). The raw bytes count: nothing is parsed before. Pure.
/// </summary>
internal static class ChatwootSignature
{
    private const string Prefix = "sha256=";

    /// <summary>What is older, or comes from the future, may be somebody's recording.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromMinutes(5);

    /// <param name="signature">X-Chatwoot-Signature.</param>
    /// <param name="timestamp">X-Chatwoot-Timestamp, in Unix seconds.</param>
    public static bool IsValid(string secret, string? signature, string? timestamp, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (signature?.StartsWith(Prefix, StringComparison.Ordinal) is not true || !IsFresh(timestamp, now))
        {
            return false;
        }

        var sent = Encoding.ASCII.GetBytes(signature[Prefix.Length..].ToLowerInvariant());
        byte[] signed = [.. Encoding.ASCII.GetBytes($"{timestamp}."), .. body];
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed));
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), sent);
    }

    private static bool IsFresh(string? timestamp, DateTimeOffset now) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds < DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            && (now - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() <= Oldest;
}
