using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Web;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SmartFlexBot.Tests.Web.SignIn.Accounts;

/// <summary>The supplier's OpenID Connect provider at the other end of the wire: its configuration, keys, and answer to a code.</summary>
internal sealed class InventedAccounts : HttpMessageHandler
{
    public const string Issuer = "https://login.example.com";
    public const string Client = "chat-bot";
    public const string Secret = "a-client-secret-of-the-tests-0123456789";
    public const string AccessToken = "an-access-token-that-nobody-may-see";

    /// <summary>What it hands out for the browser's way back.</summary>
    public const string Code = "a-code-that-nobody-may-see";

    private RsaSecurityKey _key = NewKey("k1");

    /// <summary>As the claim of the id token has them.</summary>
    public string[] Accounts { get; init; } = ["A-1"];

    /// <summary>What is wrong with the id token; null for nothing.</summary>
    public string? Fault { get; init; }

    /// <summary>What the bot sent for the last code.</summary>
    public System.Collections.Specialized.NameValueCollection Asked { get; private set; } = [];

    public string Nonce { get; set; } = "";

    public static RsaSecurityKey NewKey(string id) => new(RSA.Create(2048)) { KeyId = id };

    /// <summary>It signs with another key from now on, and has published that one alone.</summary>
    public void Rotate() => _key = NewKey("k2");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.RequestUri!.AbsolutePath switch
        {
            "/.well-known/openid-configuration" => Json(new
            {
                issuer = Issuer,
                authorization_endpoint = $"{Issuer}/authorize",
                token_endpoint = $"{Issuer}/token",
                jwks_uri = $"{Issuer}/keys",
                userinfo_endpoint = $"{Issuer}/userinfo",
            }),
            "/keys" => Json(new { keys = new[] { Published(_key) } }),
            "/token" => await AnswerAsync(request, cancellationToken),
            var path => throw new InvalidOperationException($"Nothing is asked for at {path}."),
        };

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked = HttpUtility.ParseQueryString(await request.Content!.ReadAsStringAsync(cancellationToken));
        return Json(new { id_token = IdToken(), access_token = AccessToken, token_type = "Bearer" });
    }

    private string IdToken()
    {
        var claims = new Dictionary<string, object>
        {
            ["sub"] = "u-1",
            ["accounts"] = Accounts,
            ["name"] = "Ada Example",
            ["nonce"] = Fault == "nonce" ? "another" : Nonce,
        };
        if (Fault == "no nonce")
        {
            claims.Remove("nonce");
        }

        var (from, to) = (new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc), new DateTime(2076, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Fault == "issuer" ? "https://evil.example.com" : Issuer,
            Audience = Fault == "audience" ? "another-client" : Client,
            NotBefore = Fault == "not yet" ? to.AddYears(-1) : from,
            IssuedAt = from,
            Expires = Fault == "expired" ? from.AddHours(1) : to,
            Claims = claims,
            SigningCredentials = Fault switch
            {
                "secret" => new(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(Secret)), SecurityAlgorithms.HmacSha256),
                "public key as secret" => new(
                    new SymmetricSecurityKey(_key.Rsa.ExportSubjectPublicKeyInfo()) { KeyId = "k1" }, SecurityAlgorithms.HmacSha256),
                "other key" => new(NewKey("k1"), SecurityAlgorithms.RsaSha256),
                "unknown key" => new(NewKey("k9"), SecurityAlgorithms.RsaSha256),
                _ => new(_key, SecurityAlgorithms.RsaSha256),
            },
        });
        return Fault switch
        {
            "none" => Unsigned(token),
            "signature left away" => token[..(token.LastIndexOf('.') + 1)],
            "changed" => Changed(token),
            _ => token,
        };
    }

    private static string Unsigned(string token) => $"{Base64UrlEncoder.Encode("""{"alg":"none"}""")}.{token.Split('.')[1]}.";

    private static string Changed(string token) => token.Split('.') is [var header, var body, var signature]
        ? $"{header}.{Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(body).Replace("A-1", "A-2", StringComparison.Ordinal))}.{signature}"
        : throw new InvalidOperationException("A token has three parts.");

    private static object Published(RsaSecurityKey key)
    {
        var parameters = key.Rsa.ExportParameters(includePrivateParameters: false);
        return new
        {
            kty = "RSA",
            use = "sig",
            kid = key.KeyId,
            n = Base64UrlEncoder.Encode(parameters.Modulus),
            e = Base64UrlEncoder.Encode(parameters.Exponent),
        };
    }

    private static HttpResponseMessage Json(object content) =>
        new() { Content = new StringContent(JsonSerializer.Serialize(content), Encoding.UTF8, "application/json") };
}
