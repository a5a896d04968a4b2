using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SmartFlexBot.Kraken.Answers;
using SmartFlexBot.Kraken.Client;
using SmartFlexBot.Kraken.Operations;

namespace SmartFlexBot.Kraken.Tenant;

/// <summary>What this tenant's schema has, asked for once and remembered. A tenant that does not tell gets the whole operations.</summary>
internal sealed partial class TenantSchema(
    KrakenClient client, ReadBudget budget, IOptions<KrakenOptions> settings, TimeProvider time, ILogger<TenantSchema> logger) : IDisposable
{
    // A tenant that could not be asked is asked again soon; one that refuses would refuse for hours.
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private volatile Known? _known;

    /// <returns>The operation as this tenant understands it, or null when it has none of it.</returns>
    public async Task<KrakenDocument?> FitAsync(KrakenDocument document, CancellationToken cancellationToken) =>
        await FittedAsync(cancellationToken) is { } fitted ? fitted.Fit(document) : document;

    /// <returns>Null when the tenant does not tell.</returns>
    public async Task<TenantTypes?> TypesAsync(CancellationToken cancellationToken) => (await FittedAsync(cancellationToken))?.Types;

    public void Dispose() => _oneAtATime.Dispose();

    private async Task<FittedDocuments?> FittedAsync(CancellationToken cancellationToken)
    {
        if (Fresh() is { } fresh)
        {
            return fresh.Documents;
        }

        if (!await budget.EnterAsync(_oneAtATime, cancellationToken))
        {
            return _known?.Documents;
        }

        try
        {
            return (Fresh() ?? (_known = await AskAsync(cancellationToken))).Documents;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private Known? Fresh() => _known is { } value && time.GetUtcNow() < value.Until ? value : null;

    private async Task<Known> AskAsync(CancellationToken cancellationToken)
    {
        var result = await client.RunAsync(
            KrakenOperations.IntrospectTenant, [], KrakenJson.Default.IntrospectionAnswer, cancellationToken);
        if (result is KrakenResult<IntrospectionAnswer>.Ok ok && TenantTypes.From(ok.Data) is { } types)
        {
            return new(new(types), time.GetUtcNow() + settings.Value.SchemaCacheDuration);
        }

        LogNotTold();
        return new(_known?.Documents, time.GetUtcNow() + PauseAfterFailure);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The tenant does not tell its schema; whole operations are sent")]
    private partial void LogNotTold();

    private sealed record Known(FittedDocuments? Documents, DateTimeOffset Until);
}
