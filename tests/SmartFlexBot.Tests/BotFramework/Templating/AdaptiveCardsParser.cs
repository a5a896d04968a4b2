using System.Text.Json.Nodes;

namespace SmartFlexBot.Tests.BotFramework.Templating;

/// <summary>The npm package adaptivecards, reading cards as a host of version 1.5 does.</summary>
public static class AdaptiveCardsParser
{
    /// <returns>
    /// Every event of parsing and validating, and every property that the package does not know; empty when all cards are good.
    /// </returns>
    public static async Task<IReadOnlyList<string>> ParseAsync(IEnumerable<JsonObject> cards)
    {
        var findings = await ParseEachAsync(cards);
        return [.. findings.SelectMany((found, card) => found.Select(text => $"card {card}: {text}"))];
    }

    /// <returns>The findings card by card, in the order of the cards.</returns>
    public static async Task<IReadOnlyList<IReadOnlyList<string>>> ParseEachAsync(IEnumerable<JsonObject> cards)
    {
        var output = await NodePackages.RunAsync("parse-cards.mjs", new JsonArray([.. cards.Select(card => card.DeepClone())]));
        return [.. output.Select(found => found!.AsArray().Select(text => (string)text!).ToList())];
    }
}
