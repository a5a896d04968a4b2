namespace SmartFlexBot.KrakenSimulator.Tokens;

/// <summary>Who asks.</summary>
/// <param name="Account">The only account to see; null for the organisation, which sees every one.</param>
internal sealed record Viewer(string? Account);

/// <summary>Signs tokens; made at the first start and kept, so that tokens outlive a restart.</summary>
internal sealed record SigningKey(byte[] Key);

/// <param name="Sub">The account number, or "organisation".</param>
/// <param name="Use">"access" or "refresh".</param>
/// <param name="Iat">Unix seconds.</param>
/// <param name="Exp">Unix seconds.</param>
/// <param name="Jti">Two tokens of the same second differ.</param>
internal sealed record TokenClaims(string Sub, string Use, long Iat, long Exp, string Jti);
