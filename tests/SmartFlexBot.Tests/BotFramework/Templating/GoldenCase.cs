using System.Text.Json.Nodes;

namespace SmartFlexBot.Tests.BotFramework.Templating;

/// <param name="Name">The rule that it holds.</param>
/// <param name="Template">A template's JSON.</param>
/// <param name="Data">What it is expanded with.</param>
public sealed record GoldenCase(string Name, JsonObject Template, JsonNode? Data)
{
    /// <summary>The cases of golden-cases.json; one without "data" uses "sharedData".</summary>
    public static IReadOnlyList<GoldenCase> Written { get; } = Read();

    private static List<GoldenCase> Read()
    {
        var file = Path.Combine(RepositoryRoot.Path, "tests", "SmartFlexBot.Tests", "BotFramework", "Templating", "golden-cases.json");
        var json = JsonNode.Parse(File.ReadAllText(file))!;
        return [.. json["cases"]!.AsArray().Select(one => new GoldenCase(
            (string)one!["name"]!,
            one["template"]!.AsObject(),
            one.AsObject().TryGetPropertyValue("data", out var own) ? own : json["sharedData"]))];
    }
}
