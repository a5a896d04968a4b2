using Microsoft.Extensions.Logging;
using Microsoft.Identity.Client;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace SmartFlexBot.Channels.BotConnector.Sending;

/// <summary>
/// The bot's own token for its channels. However many ask at once, one request is on its way; what it brought is kept by the library
/// until shortly before its end.
/// </summary>
internal sealed partial class BotTokens(BotLogin login, ILogger<BotTokens> logger)
{
    private readonly Lock _gate = new();
    private Task<string> _request = Task.FromResult("");
    private Task<string> _renewal = Task.FromResult("");
    private string? _newest;

    /// <exception cref="NoTokenException">There is none now.</exception>
    public Task<string> GetAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var running = _renewal.IsCompleted ? _request : _renewal;
            return (running.IsCompleted ? _request = RequestAsync(afresh: false) : running).WaitAsync(cancellationToken);
        }
    }

    /// <summary>Another one than that which a channel refused. Of many to whom that happens, the first has it fetched.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public Task<string> ReplaceAsync(string refused, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_renewal.IsCompleted && _newest is { } newest && newest != refused)
            {
                return Task.FromResult(newest);
            }

            return (_renewal.IsCompleted ? _renewal = RequestAsync(afresh: true) : _renewal).WaitAsync(cancellationToken);
        }
    }

    private async Task<string> RequestAsync(bool afresh)
    {
        try
        {
            var token = await login.RequestAsync(afresh);
            lock (_gate)
            {
                _newest = token;
            }

            return token;
        }
        catch (Exception exception) when (exception is MsalException or HttpRequestException or OperationCanceledException)
        {
            var reason = exception is MsalException { ErrorCode: { } code } ? code : exception.GetType().Name;
            LogRefused(logger, reason);
            throw new NoTokenException(reason);
        }
    }

    [LoggerMessage(Level = LogLevel.Error,
        Message = "The bot gets no token for its channels ({Reason}). Check BotConnector:AppId, TenantId and the credential.")]
    private static partial void LogRefused(ILogger logger, string reason);
}

/// <summary>The bot cannot prove itself to its channels now.</summary>
/// <param name="reason">A code such as "invalid_client".</param>
internal sealed class NoTokenException(string reason) : Exception($"The bot got no token ({reason}).");
