using Microsoft.Extensions.Diagnostics.HealthChecks;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Hosting;

namespace SmartFlexBot.Web.Health;

/// <summary>
/// Red while a new conversation is not answered. The address is open and may be asked often, so a good answer counts for a while, and
/// one conversation is held at a time.
/// </summary>
internal sealed partial class TurnCheck(ProbeConversations probe, TimeProvider time, ILogger<TurnCheck> logger) : IHealthCheck, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Good = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Bad = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _one = new(1, 1);
    private HealthCheckResult _last;
    private long? _held;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_held is not { } held || time.GetElapsedTime(held) >= (_last.Status == HealthStatus.Healthy ? Good : Bad))
            {
                _last = await HoldAsync();
                _held = time.GetTimestamp();
            }

            return _last;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<HealthCheckResult> HoldAsync()
    {
        using var patience = new CancellationTokenSource(Patience, time);
        try
        {
            await probe.HoldAsync(patience.Token).WaitAsync(patience.Token);
            return HealthCheckResult.Healthy();
        }
        catch (OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("A new conversation was not answered within 5 seconds.");
        }
        catch (StoreBusyException busy)
        {
            return HealthCheckResult.Degraded(busy.Message);
        }
        catch (Exception exception)
        {
            LogFailed(logger, exception);
            return HealthCheckResult.Unhealthy("A new conversation cannot be held.");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The health check's conversation failed")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
