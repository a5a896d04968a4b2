using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace SmartFlexBot.Channels.BotConnector.Callers;

/// <summary>
/// The keys that channels sign with, kept and renewed. A key that was published an hour ago is known when it is used; made-up ones cause
/// one fetch an hour, however many come.
/// </summary>
internal sealed partial class ChannelKeys(KeySource source, TimeProvider time, ILogger<ChannelKeys> logger)
{
    /// <summary>A key that was taken back is believed no longer than this.</summary>
    public static readonly TimeSpan Renewal = TimeSpan.FromHours(24);

    /// <summary>Where they cannot be had, what is known serves on for as long as the Bot Framework SDK lets it.</summary>
    public static readonly TimeSpan LongestUse = TimeSpan.FromDays(5);

    private static readonly TimeSpan UnknownKeyPause = TimeSpan.FromHours(1);
    private static readonly TimeSpan FirstFailurePause = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private KnownKeys? _known;
    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;
    private int _failures;
    private Task _fetch = Task.CompletedTask;

    /// <returns>Null when no channel has this key.</returns>
    /// <exception cref="KeysUnavailableException">Whether one has it cannot be told now.</exception>
    public async Task<EndorsedKey?> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        if (!IsFresh || !_known!.Keys.ContainsKey(keyId))
        {
            await RenewAsync().WaitAsync(cancellationToken);
        }

        return _known is { } known && Age(known) < LongestUse
            ? known.Keys.GetValueOrDefault(keyId)
            : throw new KeysUnavailableException();
    }

    private bool IsFresh => _known is { } known && Age(known) < Renewal;

    private TimeSpan Age(KnownKeys known) => time.GetUtcNow() - known.At;

    /// <summary>All who wait, wait for one fetch. Nothing is fetched while the last time is too near.</summary>
    private Task RenewAsync()
    {
        lock (_gate)
        {
            if (_fetch.IsCompleted && time.GetUtcNow() >= _notBefore)
            {
                _fetch = FetchAsync(time.GetUtcNow());
            }

            return _fetch;
        }
    }

    private async Task FetchAsync(DateTimeOffset begun)
    {
        try
        {
            _known = new(await source.ReadAsync(), begun);
            _failures = 0;
            _notBefore = begun + UnknownKeyPause;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException
            or JsonException or InvalidDataException or FormatException)
        {
            // While the known ones are fresh it was an unknown key that asked, and such may ask once an hour.
            _notBefore = begun + (IsFresh ? UnknownKeyPause : FailurePause(_failures++));
            LogFailed(logger, exception.GetType().Name);
        }
    }

    private static TimeSpan FailurePause(int failuresBefore) =>
        TimeSpan.FromSeconds(Math.Min(UnknownKeyPause.TotalSeconds, FirstFailurePause.TotalSeconds * Math.Pow(2, failuresBefore)));

    [LoggerMessage(Level = LogLevel.Warning, Message = "The keys that channels sign with could not be fetched ({Reason}).")]
    private static partial void LogFailed(ILogger logger, string reason);

    private sealed record KnownKeys(FrozenDictionary<string, EndorsedKey> Keys, DateTimeOffset At);
}

/// <summary>The keys that channels sign with cannot be had at the moment.</summary>
internal sealed class KeysUnavailableException() : Exception("The keys that channels sign with cannot be had at the moment.");
