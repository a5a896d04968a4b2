using System.Text.Json;
using System.Text.Json.Nodes;
using SmartFlexBot.Kraken.Answers;
using SmartFlexBot.Kraken.Tenant;
using SmartFlexBot.Onboarding.Markets;

namespace SmartFlexBot.Kraken.Tariffs;

/// <summary>What Kraken shows of the switches of many accounts, read with few requests.</summary>
internal sealed class SwitchReads(BatchedReads batches, MarketSettings market)
{
    private readonly bool _withEnrolments = market.Tariff?.Way == TariffWay.Enrolment;

    /// <returns>Of each account that could be read; the others are left out.</returns>
    public async Task<IReadOnlyDictionary<string, AccountSwitches>> ReadAsync(
        IEnumerable<string> accounts, CancellationToken cancellationToken)
    {
        var read = new Dictionary<string, AccountSwitches>();
        var answers = await batches.ReadAsync(
            accounts.Distinct(StringComparer.Ordinal), some => SwitchDocument.Build(some, _withEnrolments), cancellationToken);
        foreach (var (request, answer) in answers)
        {
            // A part that failed would look like a change.
            foreach (var aliases in request.Accounts.Where(
                aliases => !answer.Errors.Any(error => error.Root is null || aliases.Names(error.Root))))
            {
                if (Read(answer.Data, aliases) is { } switches)
                {
                    read[aliases.Account] = switches;
                }
            }
        }

        return read;
    }

    private static AccountSwitches? Read(JsonObject data, SwitchAliases aliases)
    {
        try
        {
            var enrolments = BatchedReads.Part(data, aliases.Enrolments, KrakenJson.Default.IReadOnlyListEnrolmentData) ?? [];
            return BatchedReads.Part(data, aliases.Agreements, KrakenJson.Default.TariffAccountData) is { } account
                ? new(account, [.. enrolments.OfType<EnrolmentData>()])
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <param name="Enrolments">Oldest first, as Kraken lists them; empty where switches have none.</param>
internal sealed record AccountSwitches(TariffAccountData Account, IReadOnlyList<EnrolmentData> Enrolments);
