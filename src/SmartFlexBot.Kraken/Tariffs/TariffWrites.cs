using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using SmartFlexBot.Kraken.Client;
using SmartFlexBot.Kraken.Operations;
using SmartFlexBot.Kraken.Tenant;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Kraken.Tariffs;

/// <summary>Mutations of tariffs. What is certain comes back as a result; an unknown outcome is thrown.</summary>
internal sealed class TariffWrites(KrakenClient client, TenantSchema schema)
{
    /// <param name="taken">What the answer shows; null when it does not show what was done.</param>
    /// <exception cref="KrakenOutcomeUnknownException">Nobody knows whether Kraken took it.</exception>
    public async Task<TariffResult> RunAsync<T>(
        KrakenDocument whole, JsonObject input, JsonTypeInfo<T> type, Func<T, TariffSwitch?> taken, CancellationToken cancellationToken)
        where T : class
    {
        if (await schema.FitAsync(whole, cancellationToken) is not { } document)
        {
            return TariffProblems.Of(TariffProblemKind.NotOffered);
        }

        return await client.RunAsync(document, new() { ["input"] = input }, type, cancellationToken) switch
        {
            KrakenResult<T>.Ok ok when taken(ok.Data) is { } begun => new TariffResult.Ok(begun),
            KrakenResult<T>.Failed failed => TariffProblems.From(failed.Error),
            KrakenResult<T>.Unavailable { MayHaveBeenTaken: false } => TariffProblems.Of(TariffProblemKind.TryLater),
            KrakenResult<T>.Unavailable unknown => throw new KrakenOutcomeUnknownException(document.Name, unknown.Reason),
            _ => throw new KrakenOutcomeUnknownException(document.Name, "its answer does not show what was begun"),
        };
    }
}
