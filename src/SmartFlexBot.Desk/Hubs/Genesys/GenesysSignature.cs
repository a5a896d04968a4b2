using System.Security.Cryptography;
using System.Text;

namespace SmartFlexBot.Desk.Hubs.Genesys;

/// <summary>
/// Whether a webhook is Genesys': HMAC-SHA256 in base64 over the raw body with the integration's secret (developer.genesys.cloud, open
/// messaging, "validate"). The raw bytes count, not what they would be written as again. It bears no time, so a recording is as good as
/// the call: it has us look, and nothing else. Pure.
/// </summary>
internal static class GenesysSignature
{
    private const string Prefix = "sha256=";

    /// <param name="signature">X-Hub-Signature-256.</param>
    public static bool IsValid(string secret, string? signature, ReadOnlySpan<byte> body)
    {
        if (signature?.StartsWith(Prefix, StringComparison.Ordinal) is not true)
        {
            return false;
        }

        var expected = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));
        return CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(signature[Prefix.Length..]));
    }

    /// <param name="authorization">"Bearer …", of a trigger.</param>
    public static bool IsBearer(string secret, string? authorization) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes($"Bearer {secret}")), SHA256.HashData(Encoding.UTF8.GetBytes(authorization ?? "")));
}
