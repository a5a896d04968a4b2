using System.Collections.Concurrent;
using SmartFlexBot.Kraken.Operations;

namespace SmartFlexBot.Kraken.Tenant;

/// <summary>The operations as one set of a tenant's types has them, each made once: parsing costs more than many a read.</summary>
internal sealed class FittedDocuments(TenantTypes types)
{
    // Requests for many watches differ in their number; there are about 40 other operations.
    private const int Most = 500;

    private readonly ConcurrentDictionary<string, KrakenDocument?> _fitted = new(StringComparer.Ordinal);

    public TenantTypes Types => types;

    /// <returns>Null when nothing would be left to ask.</returns>
    public KrakenDocument? Fit(KrakenDocument document) => _fitted.TryGetValue(document.Text, out var known) ? known
        : _fitted.Count < Most ? _fitted.GetOrAdd(document.Text, DocumentFitting.Fit(document, types))
        : DocumentFitting.Fit(document, types);
}
