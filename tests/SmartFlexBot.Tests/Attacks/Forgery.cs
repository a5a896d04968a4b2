using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using SmartFlexBot.Channels.DirectLine;

namespace SmartFlexBot.Tests.Attacks;

/// <summary>Tokens that are none, most of them made with the host's own key: what is wrong with one is its name and nothing else.</summary>
internal static class Forgery
{
    private static readonly byte[] MyKey = [.. Enumerable.Repeat((byte)7, 32)];

    /// <summary>Each changes a good token's header and payload, and says by what it is signed.</summary>
    private static readonly Dictionary<string, Func<Parts, string>> Ways = new(StringComparer.Ordinal)
    {
        ["alg none"] = token => token.With("alg", "none").Unsigned(),
        ["alg None"] = token => token.With("alg", "None").Unsigned(),
        ["alg nOnE"] = token => token.With("alg", "nOnE").Unsigned(),
        ["alg empty"] = token => token.With("alg", "").Signed(token.Key),
        ["no alg"] = token => token.With("alg", null).Signed(token.Key),
        ["alg RS256"] = token => token.With("alg", "RS256").Signed(token.Key),
        ["alg HS512"] = token => token.With("alg", "HS512").Signed(token.Key, HMACSHA512.HashData),
        ["alg HS384"] = token => token.With("alg", "HS384").Signed(token.Key, HMACSHA384.HashData),
        ["alg HS256, no signature"] = token => token.Unsigned(),
        ["a key of its own in jwk"] = token => token.With("jwk", Jwk()).Signed(MyKey),
        ["a key of its own at jku"] = token => token.With("jku", "https://evil.example/keys").Signed(MyKey),
        ["a key of its own at x5u"] = token => token.With("x5u", "https://evil.example/cert").Signed(MyKey),
        ["kid of an empty file"] = token => token.With("kid", "../../../../dev/null").Signed([]),
        ["kid of SQL"] = token => token.With("kid", "x' UNION SELECT 'k'--").Signed("k"u8.ToArray()),
        ["the secret itself as the key"] = token => token.Signed(Encoding.UTF8.GetBytes(AttackedHost.Secret)),
        ["an empty key"] = token => token.Signed([]),
        ["another issuer"] = token => token.Saying("iss", "https://login.microsoftonline.com/").Signed(token.Key),
        ["no issuer"] = token => token.Saying("iss", null).Signed(token.Key),
        ["a stream's audience"] = token => token.Saying("aud", DirectLineTokens.StreamAudience).Signed(token.Key),
        ["a browser's audience"] = token => token.Saying("aud", DirectLineTokens.BrowserAudience).Signed(token.Key),
        ["no audience"] = token => token.Saying("aud", null).Signed(token.Key),
        ["expired"] = token => token.Saying("exp", 1).Signed(token.Key),
        ["no expiry"] = token => token.Saying("exp", null).Signed(token.Key),
        ["an expiry in words"] = token => token.Saying("exp", "never").Signed(token.Key),
        ["of the future"] = token => token.Saying("nbf", 4_000_000_000).Signed(token.Key),
        ["no conversation"] = token => token.Saying("conv", null).Signed(token.Key),
        ["a list of conversations"] = token =>
            token.Saying("conv", new JsonArray("x", token.Payload["conv"]!.DeepClone())).Signed(token.Key),
        ["no user"] = token => token.Saying("user", null).Signed(token.Key),
        ["no beginning of the session"] = token => token.Saying("orig_iat", null).Signed(token.Key),
        ["the attacker's signature"] = token => $"{token.Text}.{token.Other.Split('.')[2]}",
        ["the victim's conversation under the attacker's signature"] = token =>
            $"{token.Other.Split('.')[0]}.{token.Text.Split('.')[1]}.{token.Other.Split('.')[2]}",
        ["the attacker's own"] = token => token.Other,
        ["five parts"] = token => $"{token.Signed(token.Key)}.x.y",
        ["a blank in it"] = token => token.Signed(token.Key).Insert(20, " "),
    };

    public static IEnumerable<string> Kinds => Ways.Keys;

    public static string Make(string kind, IServiceProvider services, string genuine, string other)
    {
        var key = ((SymmetricSecurityKey)services.GetRequiredService<DirectLineKeys>().TokenKeys[0]).Key;
        var parts = genuine.Split('.').Take(2).Select(part => JsonNode.Parse(Base64UrlEncoder.Decode(part))!.AsObject()).ToArray();
        return Ways[kind](new Parts(parts[0], parts[1], key, other));
    }

    private static JsonObject Jwk() => new() { ["kty"] = "oct", ["k"] = Base64UrlEncoder.Encode(MyKey) };

    private sealed record Parts(JsonObject Header, JsonObject Payload, byte[] Key, string Other)
    {
        public string Text => $"{Base64UrlEncoder.Encode(Header.ToJsonString())}.{Base64UrlEncoder.Encode(Payload.ToJsonString())}";

        public Parts With(string name, JsonNode? value) => this with { Header = Changed(Header, name, value) };

        public Parts Saying(string name, JsonNode? value) => this with { Payload = Changed(Payload, name, value) };

        public string Unsigned() => $"{Text}.";

        public string Signed(byte[] key, Func<byte[], byte[], byte[]>? hash = null)
        {
            var signature = (hash ?? HMACSHA256.HashData)(key, Encoding.ASCII.GetBytes(Text));
            return $"{Text}.{Base64UrlEncoder.Encode(signature)}";
        }

        private static JsonObject Changed(JsonObject from, string name, JsonNode? value)
        {
            var changed = from.DeepClone().AsObject();
            changed.Remove(name);
            if (value is not null)
            {
                changed[name] = value;
            }

            return changed;
        }
    }
}
