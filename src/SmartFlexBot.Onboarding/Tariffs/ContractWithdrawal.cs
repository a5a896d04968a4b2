using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Consents;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Tariffs;

/// <summary>
/// The withdrawal from a tariff's contract (Directive (EU) 2023/2673): it counts when it is declared, is receipted at once, and goes to
/// the supplier's own process as an event, for Kraken's API has no call that ends a switch (kraken-gaps 14).
/// </summary>
internal sealed class ContractWithdrawal(
    Voice voice, JourneyFacts facts, ConsentFacts consents, BusinessEvents events, WithdrawalReceipt receipt, TariffSettings? rules,
    TimeProvider clock)
{
    public static ContractWithdrawal Of(Turn turn) => new(
        turn.Voice, turn.Facts, new ConsentFacts(turn.Facts, turn.Market, turn.Clock), turn.Events,
        new WithdrawalReceipt(turn.Voice, turn.Facts, turn.Links, turn.Agreements, turn.Market.Supplier), turn.Market.Tariff, turn.Clock);

    /// <summary>The last day on which it needs no reason; null when the market does not tell.</summary>
    public DateOnly? LastDay => facts.Journey.Tariff.Agreed is { } agreed && rules?.CoolingOffDays is { } days
        ? LocalDay.At(agreed.At, voice.Zone).AddDays(days.Number)
        : null;

    public bool IsOver => LastDay < LocalDay.At(clock.GetUtcNow(), voice.Zone);

    public string TariffName => facts.Journey.Tariff.Read?.Offered?.Name ?? "";

    public string Statement => receipt.StatementOf(TariffName);

    public async Task TakeAsync(string words)
    {
        if (facts.Journey.Tariff.Agreed is not { } agreed)
        {
            return;
        }

        var withdrawn = new TariffWithdrawal(agreed.ProductCode, words, clock.GetUtcNow());
        await receipt.SendAsync(TariffName, withdrawn);
        consents.Keep(new(ConsentPurpose.Tariff, Granted: false, agreed.TermsVersion, words, withdrawn.At));
        facts.Update(journey => journey with { Tariff = journey.Tariff with { Withdrawn = withdrawn, Agreed = null } });
        events.Record("journey.withdrawal", $"{withdrawn.ProductCode}/{withdrawn.At:O}", new JsonObject
        {
            ["accountNumber"] = facts.Journey.AccountNumber,
            ["propertyId"] = facts.Journey.PropertyId,
            ["productCode"] = withdrawn.ProductCode,
            ["switchId"] = facts.Journey.Tariff.Switch?.Id,
            ["at"] = withdrawn.At.ToString("O"),
        });
    }
}
