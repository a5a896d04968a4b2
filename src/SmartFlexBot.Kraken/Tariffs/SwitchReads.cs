using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;
using SmartFlexBot.Kraken.Answers;
using SmartFlexBot.Kraken.Client;
using SmartFlexBot.Kraken.Tenant;
using SmartFlexBot.Onboarding.Markets;

namespace SmartFlexBot.Kraken.Tariffs;

/// <summary>What Kraken shows of the switches of many accounts, with one request for as many as its complexity limit allows.</summary>
internal sealed class SwitchReads(KrakenClient client, TenantSchema schema, MarketSettings market, IOptions<KrakenOptions> settings)
{
    private const int TooComplex = 1188;

    private readonly bool _withEnrolments = market.Tariff?.Way == TariffWay.Enrolment;

    /// <returns>Of each account that could be read; the others are left out.</returns>
    public async Task<IReadOnlyDictionary<string, AccountSwitches>> ReadAsync(IEnumerable<string> accounts, CancellationToken cancellationToken)
    {
        var read = new Dictionary<string, AccountSwitches>();
        var chunk = Math.Max(1, settings.Value.ComplexityLimit / settings.Value.WatchComplexity);
        foreach (var some in accounts.Distinct(StringComparer.Ordinal).Chunk(chunk))
        {
            await ReadChunkAsync(some, read, cancellationToken);
        }

        return read;
    }

    private async Task ReadChunkAsync(string[] accounts, Dictionary<string, AccountSwitches> read, CancellationToken cancellationToken)
    {
        var request = SwitchDocument.Build(accounts, _withEnrolments);
        if (await schema.FitAsync(request.Document, cancellationToken) is not { } document)
        {
            return;
        }

        switch (await client.RunAsync(document, request.Variables, KrakenJson.Default.JsonObject, cancellationToken))
        {
            case KrakenResult<JsonObject>.Ok ok:
                // A part that failed would look like a change.
                foreach (var aliases in request.Accounts.Where(aliases => !ok.Errors.Any(error => error.Root is null || aliases.Names(error.Root))))
                {
                    if (Read(ok.Data, aliases) is { } switches)
                    {
                        read[aliases.Account] = switches;
                    }
                }

                break;
            case KrakenResult<JsonObject>.Failed { Error.CoreNumber: TooComplex } when accounts.Length > 1:
                await ReadChunkAsync(accounts[..(accounts.Length / 2)], read, cancellationToken);
                await ReadChunkAsync(accounts[(accounts.Length / 2)..], read, cancellationToken);
                break;
        }
    }

    private static AccountSwitches? Read(JsonObject data, SwitchAliases aliases)
    {
        try
        {
            return Part(data, aliases.Agreements, KrakenJson.Default.TariffAccountData) is { } account
                ? new(account, [.. (Part(data, aliases.Enrolments, KrakenJson.Default.IReadOnlyListEnrolmentData) ?? []).OfType<EnrolmentData>()])
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static T? Part<T>(JsonObject data, string? alias, JsonTypeInfo<T> type) where T : class =>
        alias is not null && data[alias] is { } part ? part.Deserialize(type) : null;
}

/// <param name="Enrolments">Oldest first, as Kraken lists them; empty where switches have none.</param>
internal sealed record AccountSwitches(TariffAccountData Account, IReadOnlyList<EnrolmentData> Enrolments);
