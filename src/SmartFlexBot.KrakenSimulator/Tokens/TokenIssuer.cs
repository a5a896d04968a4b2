using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SmartFlexBot.KrakenSimulator.Endpoint;
using SmartFlexBot.KrakenSimulator.Storage;

namespace SmartFlexBot.KrakenSimulator.Tokens;

/// <summary>Makes and reads tokens (JWT, HS256). Their life is real time: they do not follow the simulated clock.</summary>
internal sealed class TokenIssuer
{
    public const string Organisation = "organisation";
    public const string Access = "access";
    public const string Refresh = "refresh";

    private const string Kind = "signing-key";
    private static readonly string Header = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);

    private readonly TimeProvider _time;
    private readonly byte[] _key;

    public TokenIssuer(SimulatorStore store, TimeProvider time)
    {
        _time = time;
        _key = store.Write(data =>
        {
            var stored = data.Get(Kind, Kind, TokenJson.Default.SigningKey);
            if (stored is null)
            {
                data.Put(Kind, Kind, stored = new(RandomNumberGenerator.GetBytes(32)), TokenJson.Default.SigningKey);
            }

            return stored.Key;
        });
    }

    public (string Token, TokenClaims Claims) Issue(string subject, string use, TimeSpan life)
    {
        var now = _time.GetUtcNow();
        var claims = new TokenClaims(subject, use, now.ToUnixTimeSeconds(), (now + life).ToUnixTimeSeconds(),
            Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)));
        var body = $"{Header}.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims, TokenJson.Default.TokenClaims))}";
        return ($"{body}.{Sign(body)}", claims);
    }

    /// <summary>The claims of a token of ours, or the error code to answer.</summary>
    public (TokenClaims? Claims, string? Problem) Read(string token, string use)
    {
        var end = token.LastIndexOf('.');
        if (end < 0 || !IsSignature(token[(end + 1)..], token[..end]))
        {
            return (null, "KT-CT-1139");
        }

        var json = Base64Url.DecodeFromChars(token.AsSpan(token.IndexOf('.') + 1, end - token.IndexOf('.') - 1));
        var claims = JsonSerializer.Deserialize(json, TokenJson.Default.TokenClaims)!;
        if (claims.Use != use)
        {
            return (null, "KT-CT-1139");
        }

        return _time.GetUtcNow().ToUnixTimeSeconds() >= claims.Exp ? (null, "KT-CT-1124") : (claims, null);
    }

    /// <summary>Who the header <c>Authorization</c> names: the bare token, or with "JWT " before it.</summary>
    public (Viewer? Viewer, string? Problem) Authenticate(string? header)
    {
        if (string.IsNullOrWhiteSpace(header))
        {
            return (null, "KT-CT-1112");
        }

        var token = header.StartsWith("JWT ", StringComparison.Ordinal) ? header[4..] : header;
        var (claims, problem) = Read(token.Trim(), Access);
        return claims is null ? (null, problem) : (new(claims.Sub == Organisation ? null : claims.Sub), null);
    }

    private bool IsSignature(string signature, string body) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign(body)), Encoding.UTF8.GetBytes(signature));

    private string Sign(string body) => Base64Url.EncodeToString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(body)));
}
