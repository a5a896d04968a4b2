using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SmartFlexBot.Channels.Http;

namespace SmartFlexBot.Channels.BotConnector.Callers;

/// <summary>
/// Whether a token is one that a channel of the Azure Bot Service was given for this bot (bot protocol C1). Tokens of an emulator, of
/// another bot or of this bot itself come from another issuer and are none.
/// </summary>
internal sealed class ChannelTokens(ChannelKeys keys, IOptions<BotConnectorOptions> options, TimeProvider time)
{
    private static readonly string[] Algorithms =
        [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };

    /// <exception cref="RequestRefusedException">401: it is none.</exception>
    /// <exception cref="KeysUnavailableException">That cannot be told now.</exception>
    public async Task<ChannelCaller> ReadAsync(string authorization, CancellationToken cancellationToken)
    {
        // Whoever writes it may write anything: so nothing is fetched and nothing reckoned for what cannot be right.
        if (ChannelToken.Parse(authorization) is not { } token || !IsAskedForThisBot(token)
            || await keys.FindAsync(token.Header.Kid!, cancellationToken) is not { } key
            || !(await _handler.ValidateTokenAsync(token.Encoded, Validation(key))).IsValid)
        {
            throw Refusal();
        }

        return new(key.Endorsements, token.Claims.ServiceUrl!);
    }

    public static RequestRefusedException Refusal() =>
        RequestRefusedException.Unauthorized("This address takes activities from the bot's own channels, with the token of one.");

    private bool IsAskedForThisBot(ChannelToken token) =>
        token.Header is { Crit: null, Kid.Length: > 0, Alg: { } algorithm }
        && Algorithms.Contains(algorithm)
        && token.Claims is { ServiceUrl.Length: > 0, AppId: null, Azp: null, Ver: null }
        && token.Claims.Iss == Issuer
        && token.Claims.Aud == options.Value.AppId;

    private string Issuer => ConnectorCloud.Of(options.Value.Cloud).Issuer;

    private TokenValidationParameters Validation(EndorsedKey key) => new()
    {
        ValidIssuer = Issuer,
        ValidAudience = options.Value.AppId,
        ValidAlgorithms = Algorithms,
        IssuerSigningKey = key.Key,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = (notBefore, expires, _, _) => IsWithinLifetime(notBefore, expires),
    };

    private bool IsWithinLifetime(DateTime? notBefore, DateTime? expires)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return expires > now - ClockSkew && (notBefore is null || notBefore <= now + ClockSkew);
    }
}
