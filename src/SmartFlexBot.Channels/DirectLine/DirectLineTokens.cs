using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SmartFlexBot.Channels.Http;

namespace SmartFlexBot.Channels.DirectLine;

/// <summary>What a good token says. Nothing in it is secret from the customer, so the account number is not in it.</summary>
/// <param name="Id">Unique for ever (jti).</param>
/// <param name="Origins">Pages that may use it; empty for any.</param>
/// <param name="IssuedFirst">When the session began that this token and its renewals belong to.</param>
internal sealed record DirectLineToken(
    string Id, string ConversationId, string UserId, IReadOnlyList<string> Origins, DateTimeOffset IssuedFirst, DateTimeOffset ExpiresAt);

/// <summary>
/// Signs and reads tokens (bot protocol D5): JWT, HS256, with the claim <c>user</c> that Web Chat takes the user's id from.
/// Stream tokens go into addresses, so they are another audience, good for a minute.
/// </summary>
internal sealed class DirectLineTokens(DirectLineKeys keys, IOptions<DirectLineOptions> options, TimeProvider time)
{
    public const string Issuer = "smartflexbot/directline";
    public const string ApiAudience = "smartflexbot/directline/api";
    public const string StreamAudience = "smartflexbot/directline/stream";
    public const string BrowserAudience = "smartflexbot/directline/browser";

    public static readonly TimeSpan StreamTokenLifetime = TimeSpan.FromSeconds(60);

    // Nodes' clocks differ a little; a token of the future is forged or comes from a node far out.
    private static readonly TimeSpan NotBeforeTolerance = TimeSpan.FromSeconds(30);

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    public (string Token, int ExpiresIn) Issue(string conversationId, string userId, IReadOnlyList<string> origins)
    {
        var now = time.GetUtcNow();
        return Sign(ApiAudience, conversationId, userId, origins, now, now, options.Value.TokenLifetime);
    }

    /// <summary>A token for the same conversation and user that lives as long again, within the session's maximum age.</summary>
    public (string Token, int ExpiresIn) Renew(DirectLineToken token) => Sign(
        ApiAudience, token.ConversationId, token.UserId, token.Origins, token.IssuedFirst, time.GetUtcNow(), options.Value.TokenLifetime);

    public string IssueForStream(DirectLineToken token) => Sign(
        StreamAudience, token.ConversationId, token.UserId, token.Origins, token.IssuedFirst, time.GetUtcNow(), StreamTokenLifetime).Token;

    /// <summary>For the cookie of the browser that the chat runs in, good until the session ends.</summary>
    public string IssueForBrowser(DirectLineToken token) => Sign(
        BrowserAudience, token.ConversationId, token.UserId, [], token.IssuedFirst, time.GetUtcNow(), options.Value.MaximumTokenAge).Token;

    /// <exception cref="RequestRefusedException">403: expired, or not one of ours.</exception>
    public async Task<DirectLineToken> ReadAsync(string token, string audience)
    {
        var result = await _handler.ValidateTokenAsync(token, Validation(audience));
        if (result is { IsValid: true, SecurityToken: JsonWebToken jwt } && Read(jwt) is { } read)
        {
            return read;
        }

        throw result.Exception is SecurityTokenExpiredException
            ? RequestRefusedException.Expired()
            : RequestRefusedException.Forbidden("The token is not valid here.");
    }

    /// <summary>When the session of <paramref name="token"/> ends for good.</summary>
    public DateTimeOffset EndOfSession(DirectLineToken token) => token.IssuedFirst + options.Value.MaximumTokenAge;

    private (string Token, int ExpiresIn) Sign(
        string audience, string conversationId, string userId, IReadOnlyList<string> origins,
        DateTimeOffset issuedFirst, DateTimeOffset now, TimeSpan lifetime)
    {
        var end = issuedFirst + options.Value.MaximumTokenAge;
        var expires = now + lifetime < end ? now + lifetime : end;
        var claims = new Dictionary<string, object>
        {
            [JwtRegisteredClaimNames.Jti] = Guid.NewGuid().ToString("N"),
            [ClaimNames.Conversation] = conversationId,
            [ClaimNames.User] = userId,
            [ClaimNames.IssuedFirst] = issuedFirst.ToUnixTimeSeconds(),
        };
        if (origins.Count > 0)
        {
            claims[ClaimNames.Origins] = origins.ToArray();
        }

        var token = _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = audience,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = expires.UtcDateTime,
            Claims = claims,
            SigningCredentials = new SigningCredentials(keys.TokenKeys[0], SecurityAlgorithms.HmacSha256),
        });
        return (token, (int)(expires - now).TotalSeconds);
    }

    private TokenValidationParameters Validation(string audience) => new()
    {
        ValidIssuer = Issuer,
        ValidAudience = audience,
        ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
        IssuerSigningKeys = keys.TokenKeys,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = (notBefore, expires, _, _) => IsWithinLifetime(notBefore, expires),
    };

    private bool IsWithinLifetime(DateTime? notBefore, DateTime? expires)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (expires <= now)
        {
            throw new SecurityTokenExpiredException();
        }

        return expires is not null && notBefore is not null && notBefore <= now + NotBeforeTolerance;
    }

    private static DirectLineToken? Read(JsonWebToken jwt)
    {
        if (!jwt.TryGetPayloadValue<string>(ClaimNames.Conversation, out var conversation)
            || !jwt.TryGetPayloadValue<string>(ClaimNames.User, out var user)
            || !jwt.TryGetPayloadValue<long>(ClaimNames.IssuedFirst, out var issuedFirst))
        {
            return null;
        }
        // One origin is a JSON string or an array of one, as the claims of a JWT may be; the claims list is the same for both.
        string[] origins = [.. jwt.Claims.Where(claim => claim.Type == ClaimNames.Origins).Select(claim => claim.Value)];
        return new(jwt.Id, conversation, user, origins, DateTimeOffset.FromUnixTimeSeconds(issuedFirst), new(jwt.ValidTo, TimeSpan.Zero));
    }

    private static class ClaimNames
    {
        public const string Conversation = "conv";
        public const string User = "user";
        public const string Origins = "origins";
        public const string IssuedFirst = "orig_iat";
    }
}
