using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace SmartFlexBot.KrakenSimulator.Identity;

/// <summary>
/// Stands for the supplier's OpenID Connect provider: whoever is there is the demo customer that they choose. Its key and its codes live as
/// long as the process.
/// </summary>
internal sealed class IdentityProvider(TimeProvider time) : IDisposable
{
    private const string KeyId = "simulator";

    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromMinutes(10);

    private readonly RSA _key = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, Grant> _grants = new();

    /// <summary>The key, as applications read it (RFC 7517).</summary>
    public JsonObject Keys
    {
        get
        {
            var key = _key.ExportParameters(includePrivateParameters: false);
            return new()
            {
                ["keys"] = new JsonArray(new JsonObject
                {
                    ["kty"] = "RSA",
                    ["use"] = "sig",
                    ["alg"] = "RS256",
                    ["kid"] = KeyId,
                    ["n"] = Base64Url.EncodeToString(key.Modulus),
                    ["e"] = Base64Url.EncodeToString(key.Exponent),
                }),
            };
        }
    }

    /// <returns>A code that is good once, for a minute.</returns>
    public string Allow(SignInRequest request, string account)
    {
        var code = RandomNumberGenerator.GetHexString(32, lowercase: true);
        _grants[code] = new(request, account, time.GetUtcNow() + CodeLifetime);
        return code;
    }

    /// <returns>An id token; null for a code that is none, or is not this application's.</returns>
    public string? Redeem(string issuer, string? code, string? redirectUri, string? verifier)
    {
        if (code is null || !_grants.TryRemove(code, out var grant) || grant.Until <= time.GetUtcNow()
            || grant.Request.RedirectUri != redirectUri
            || Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier ?? ""))) != grant.Request.Challenge)
        {
            return null;
        }

        var now = time.GetUtcNow();
        var header = new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = KeyId };
        var claims = new JsonObject
        {
            ["iss"] = issuer,
            ["aud"] = SignInRequest.ClientId,
            ["sub"] = grant.Account,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + TokenLifetime).ToUnixTimeSeconds(),
            ["nonce"] = grant.Request.Nonce,
            ["accounts"] = new JsonArray(grant.Account),
        };
        var body = $"{Encode(header)}.{Encode(claims)}";
        var signature = _key.SignData(Encoding.ASCII.GetBytes(body), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{body}.{Base64Url.EncodeToString(signature)}";
    }

    public void Dispose() => _key.Dispose();

    private static string Encode(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));

    private sealed record Grant(SignInRequest Request, string Account, DateTimeOffset Until);
}
