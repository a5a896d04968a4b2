using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace SmartFlexBot.Channels.DirectLine;

/// <summary>The live secrets, and the token keys that come from them.</summary>
internal sealed class DirectLineKeys
{
    private readonly byte[][] _secretHashes;

    public DirectLineKeys(IOptions<DirectLineOptions> options)
    {
        string[] secrets = [.. new[] { options.Value.Secret, options.Value.Secret2 }.OfType<string>().Where(secret => secret.Length > 0)];
        _secretHashes = [.. secrets.Select(Hash)];
        TokenKeys = [.. (options.Value.SigningKey is { Length: > 0 } key ? [key] : secrets).Select(TokenKey)];
    }

    /// <summary>The first one signs, all of them verify.</summary>
    public IReadOnlyList<SecurityKey> TokenKeys { get; }

    /// <summary>Compares in a time that depends on neither the secrets nor what was shown.</summary>
    public bool IsSecret(string shown)
    {
        var hash = Hash(shown);
        return _secretHashes.Aggregate(false, (found, secret) => CryptographicOperations.FixedTimeEquals(secret, hash) | found);
    }

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    private static SymmetricSecurityKey TokenKey(string secret) =>
        new(HKDF.DeriveKey(
            HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), 32, info: "SmartFlexBot Direct Line tokens, 1"u8.ToArray()));
}
