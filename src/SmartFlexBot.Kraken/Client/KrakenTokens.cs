using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SmartFlexBot.Kraken.Answers;
using SmartFlexBot.Kraken.Operations;

namespace SmartFlexBot.Kraken.Client;

/// <summary>What came of asking for a token.</summary>
internal abstract record TokenResult
{
    private TokenResult() { }

    public sealed record Have(string Token) : TokenResult;

    public sealed record Refused(KrakenError Error) : TokenResult;

    public sealed record Unavailable(string Reason) : TokenResult;
}

/// <summary>The one token of our credential: obtained when first needed, renewed before it expires, one renewal at a time.</summary>
internal sealed partial class KrakenTokens(
    KrakenTransport transport, ReadBudget budget, IOptions<KrakenOptions> settings, TimeProvider time, ILogger<KrakenTokens> logger)
    : IDisposable
{
    private readonly KrakenOptions _options = settings.Value;
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private volatile KrakenToken? _current;

    public Task<TokenResult> GetAsync(CancellationToken cancellationToken) =>
        Usable() is { } token
            ? Task.FromResult<TokenResult>(new TokenResult.Have(token.Value))
            : RenewAsync(rejected: null, cancellationToken);

    /// <summary>Another token than the rejected one; whoever comes second gets what the first one brought.</summary>
    public async Task<TokenResult> RenewAsync(string? rejected, CancellationToken cancellationToken)
    {
        if (!await budget.EnterAsync(_oneAtATime, cancellationToken))
        {
            return new TokenResult.Unavailable("another caller waits for a token too");
        }

        try
        {
            if (Usable() is { } token && token.Value != rejected)
            {
                return new TokenResult.Have(token.Value);
            }

            // A rejected token may have been withdrawn together with its refresh token.
            var refreshed = rejected is null && _current?.RefreshIsUsable(time.GetUtcNow()) == true
                ? await ObtainAsync("refreshToken", _current.RefreshToken!, cancellationToken)
                : null;
            return refreshed is null or TokenResult.Refused ? await ObtainWithCredentialAsync(cancellationToken) : refreshed;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private KrakenToken? Usable() =>
        _current is { } token && time.GetUtcNow() < token.ExpiresAt - _options.TokenRenewalMargin ? token : null;

    private Task<TokenResult> ObtainWithCredentialAsync(CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(_options.OrganizationSecretKey)
            ? ObtainAsync("APIKey", _options.ApiKey!, cancellationToken)
            : ObtainAsync("organizationSecretKey", _options.OrganizationSecretKey, cancellationToken);

    private async Task<TokenResult> ObtainAsync(string credential, string secret, CancellationToken cancellationToken)
    {
        var variables = new JsonObject { ["input"] = new JsonObject { [credential] = secret } };
        var reply = await transport.SendAsync(KrakenOperations.ObtainKrakenToken, variables, token: null, cancellationToken);
        if (reply is KrakenReply.Unavailable unavailable)
        {
            return new TokenResult.Unavailable(unavailable.Reason);
        }

        var answered = (KrakenReply.Answered)reply;
        if (answered.IsEmpty && answered.Errors.Count > 0)
        {
            var error = KrakenReply.MainError(answered.Errors);
            LogRefused(credential, error.Code);
            return new TokenResult.Refused(error);
        }

        if (Parse(answered) is not { } token)
        {
            return new TokenResult.Unavailable("obtainKrakenToken's answer holds no token");
        }

        _current = token;
        LogObtained(credential, token.ExpiresAt);
        return new TokenResult.Have(token.Value);
    }

    private KrakenToken? Parse(KrakenReply.Answered answered)
    {
        try
        {
            return answered.Data?.Deserialize(KrakenJson.Default.TokenAnswer)?.ObtainKrakenToken is { Token.Length: > 0 } answer
                ? KrakenToken.From(answer, time.GetUtcNow())
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A Kraken token was obtained by {Credential}; it expires at {ExpiresAt}")]
    private partial void LogObtained(string credential, DateTimeOffset expiresAt);

    [LoggerMessage(Level = LogLevel.Error, Message = "Kraken gives no token for {Credential}: {Code}")]
    private partial void LogRefused(string credential, string? code);
}
