using System.Security.Cryptography;
using System.Text;
using StandardWebhooks;

namespace SmartFlexBot.Web.Webhooks;

/// <summary>
/// Signs an event as Standard Webhooks 1.0 says (standardwebhooks.com): what is signed names the delivery and its time, so that neither
/// another body nor the same one later passes.
/// </summary>
internal static class WebhookSignature
{
    public const string SecretPrefix = "whsec_";

    /// <summary>What a secret stands for: base64 after its prefix, else the UTF-8 of its characters.</summary>
    /// <returns>Null when what follows the prefix is not base64.</returns>
    public static byte[]? Key(string secret)
    {
        if (!secret.StartsWith(SecretPrefix, StringComparison.Ordinal))
        {
            return Encoding.UTF8.GetBytes(secret);
        }

        var bytes = new byte[secret.Length];
        return Convert.TryFromBase64String(secret[SecretPrefix.Length..], bytes, out var length) ? bytes[..length] : null;
    }

    /// <summary>The same each time that an event is sent. No full stop is in it, which parts what is signed, and no account.</summary>
    public static string IdOf(string eventKey) =>
        $"evt_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(eventKey)))[..32]}";

    public static void Sign(HttpRequestMessage request, string secret, string eventKey, string body, DateTimeOffset now)
    {
        var id = IdOf(eventKey);
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", new StandardWebhook(Key(secret)!).Sign(id, now, body));

        // As it was before 1.0 of the standard was taken up: kept for those who check it, until 2.0.
        var old = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body));
        request.Headers.Add("X-SmartFlexBot-Signature", $"sha256={Convert.ToHexStringLower(old)}");
    }
}
