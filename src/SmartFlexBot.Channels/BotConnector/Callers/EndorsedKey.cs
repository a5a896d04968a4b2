using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace SmartFlexBot.Channels.BotConnector.Callers;

/// <summary>A key that channels sign with.</summary>
/// <param name="Endorsements">The channels that it may speak for: a key of Web Chat cannot pass for Teams.</param>
internal sealed record EndorsedKey(RsaSecurityKey Key, FrozenSet<string> Endorsements)
{
    private const int SmallestBits = 2048;

    /// <returns>Null for a key that is not for signatures, or too weak.</returns>
    public static EndorsedKey? Of(PublishedKey published)
    {
        if (published is not { Kty: "RSA", Use: null or "sig", Kid: { Length: > 0 } id, N: { } modulus, E: { } exponent })
        {
            return null;
        }

        var parameters = new RSAParameters
        {
            Modulus = Base64UrlEncoder.DecodeBytes(modulus),
            Exponent = Base64UrlEncoder.DecodeBytes(exponent),
        };
        return parameters.Modulus.Length * 8 < SmallestBits
            ? null
            : new(new(parameters) { KeyId = id }, (published.Endorsements ?? []).ToFrozenSet(StringComparer.Ordinal));
    }
}
