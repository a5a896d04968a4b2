using System.Text.Json.Nodes;

namespace SmartFlexBot.Tests.BotFramework.Templating;

/// <param name="Result">What the reference made of it; null is JSON null.</param>
/// <param name="Error">The message when it threw, else null.</param>
public sealed record ReferenceExpansion(JsonNode? Result, string? Error);

/// <summary>The npm packages adaptivecards-templating and adaptive-expressions: what card templating should do.</summary>
public static class AdaptiveCardsReference
{
    /// <summary>Expands all of them in one node process.</summary>
    public static async Task<IReadOnlyList<ReferenceExpansion>> ExpandAsync(IEnumerable<(JsonNode Template, JsonNode? Data)> cases)
    {
        var input = cases.Select(one => new JsonObject { ["template"] = one.Template.DeepClone(), ["data"] = one.Data?.DeepClone() });
        var output = await NodePackages.RunAsync("expand.mjs", new JsonArray([.. input]));
        return [.. output.Select(one => new ReferenceExpansion(one!["result"]?.DeepClone(), (string?)one["error"]))];
    }

    public static async Task<ReferenceExpansion> ExpandAsync(JsonNode template, JsonNode? data) =>
        (await ExpandAsync([(template, data)]))[0];
}
