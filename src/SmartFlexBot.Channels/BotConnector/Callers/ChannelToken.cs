using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.IdentityModel.Tokens;

namespace SmartFlexBot.Channels.BotConnector.Callers;

/// <summary>What a token says of itself. Not to be believed before its signature was verified.</summary>
internal sealed record ChannelToken(string Encoded, TokenHeader Header, TokenClaims Claims)
{
    private const int MaximumLength = 8 * 1024;

    /// <param name="authorization">"Bearer", one space, and a signed token.</param>
    /// <returns>Null for anything else.</returns>
    public static ChannelToken? Parse(string authorization)
    {
        if (authorization.Length > MaximumLength || authorization.Split(' ') is not [var scheme, var encoded]
            || !scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
            || encoded.Split('.') is not [var header, var claims, { Length: > 0 }])
        {
            return null;
        }

        try
        {
            return new(
                encoded,
                JsonSerializer.Deserialize(Base64UrlEncoder.DecodeBytes(header), ChannelTokenJson.Default.TokenHeader)!,
                JsonSerializer.Deserialize(Base64UrlEncoder.DecodeBytes(claims), ChannelTokenJson.Default.TokenClaims)!);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}

/// <param name="Crit">Extensions that who reads the token has to know (RFC 7515). We know none.</param>
internal sealed record TokenHeader(string? Alg, string? Kid, JsonElement? Crit);

/// <summary>One issuer, one audience: an array of several is no string, and does not parse.</summary>
/// <param name="ServiceUrl">Where the channel says that replies belong.</param>
/// <param name="AppId">
/// Like <paramref name="Azp"/> and <paramref name="Ver"/> the sign of a token that a bot asked for, not a channel.
/// </param>
internal sealed record TokenClaims(
    string? Iss,
    string? Aud,
    [property: JsonPropertyName("serviceurl")] string? ServiceUrl,
    [property: JsonPropertyName("appid")] JsonElement? AppId,
    JsonElement? Azp,
    JsonElement? Ver);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(TokenHeader))]
[JsonSerializable(typeof(TokenClaims))]
internal sealed partial class ChannelTokenJson : JsonSerializerContext;
