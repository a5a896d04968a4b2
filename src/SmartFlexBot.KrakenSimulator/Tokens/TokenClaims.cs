using System.Text.Json.Serialization;

namespace SmartFlexBot.KrakenSimulator.Tokens;

/// <summary>Signs tokens; made at the first start and kept, so that tokens outlive a restart.</summary>
internal sealed record SigningKey(byte[] Key);

/// <param name="Sub">The account number, or "organisation".</param>
/// <param name="Use">"access" or "refresh".</param>
/// <param name="Iat">Unix seconds.</param>
/// <param name="Exp">Unix seconds.</param>
/// <param name="Jti">Two tokens of the same second differ.</param>
internal sealed record TokenClaims(string Sub, string Use, long Iat, long Exp, string Jti);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SigningKey))]
[JsonSerializable(typeof(TokenClaims))]
internal sealed partial class TokenJson : JsonSerializerContext;
