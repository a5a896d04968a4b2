using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace SmartFlexBot.Tests.Channels.BotConnector.Callers;

/// <summary>A token before it is signed. <see cref="OfChannel"/> is as Teams sends them; attacks change one thing of it.</summary>
internal sealed record TokenDraft(JsonObject Header, JsonObject Claims)
{
    public const string AppId = "0d5c4d3e-6a51-4a9a-8a6e-2c1b6b7f0a11";
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/";

    public static TokenDraft OfChannel(IssuerKey key, DateTimeOffset now) => new(
        new() { ["alg"] = "RS256", ["kid"] = key.Id, ["x5t"] = key.Id, ["typ"] = "JWT" },
        new()
        {
            ["serviceurl"] = ServiceUrl,
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.AddHours(1).ToUnixTimeSeconds(),
            ["iss"] = "https://api.botframework.com",
            ["aud"] = AppId,
        });

    public string Text => $"{Base64UrlEncoder.Encode(Header.ToJsonString())}.{Base64UrlEncoder.Encode(Claims.ToJsonString())}";

    public TokenDraft With(string name, JsonNode? value) => this with { Header = Changed(Header, name, value) };

    public TokenDraft Saying(string name, JsonNode? value) => this with { Claims = Changed(Claims, name, value) };

    public string SignedBy(IssuerKey key) => SignedAs(key.Sign(Text));

    public string SignedAs(byte[] signature) => $"{Text}.{Base64UrlEncoder.Encode(signature)}";

    /// <summary>Null takes it away.</summary>
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
