using System.Text.Json;
using System.Text.Json.Nodes;

namespace SmartFlexBot.Tests.Kraken;

/// <summary>Wizards as Kraken shows them, by name, from wizard-samples.json.</summary>
internal static class WizardSamples
{
    private static readonly JsonNode All = Read();

    public static JsonNode Wizard(string name) =>
        All["wizards"]!.AsArray().Single(sample => sample!["name"]!.GetValue<string>() == name)!["wizard"]!.DeepClone();

    public static JsonNode WithStep(string step)
    {
        var wizard = Wizard("start");
        wizard["currentStep"] = JsonNode.Parse(step);
        return wizard;
    }

    public static string Mutation(string name) => Mutation(Wizard(name));

    public static string Mutation(JsonNode wizard) =>
        new JsonObject { ["data"] = new JsonObject { ["result"] = new JsonObject { ["wizard"] = wizard.DeepClone() } } }.ToJsonString();

    public static string Read(string name) => Read(Wizard(name));

    public static string Read(JsonNode wizard, string devices = "[]") => new JsonObject
    {
        ["data"] = new JsonObject
        {
            ["kept"] = new JsonArray(wizard.DeepClone()),
            ["all"] = new JsonArray(new JsonObject { ["id"] = "WIZ-1" }),
            ["devices"] = JsonNode.Parse(devices),
        },
    }.ToJsonString();

    /// <summary>The documented answers of failed calls, each with its code.</summary>
    public static IReadOnlyDictionary<string, string> Errors { get; } = All["errors"]!.AsArray().ToDictionary(
        sample => sample!["body"]!["errors"]![0]!["extensions"]!["errorCode"]!.GetValue<string>(),
        sample => sample!["body"]!.ToJsonString());

    private static JsonNode Read()
    {
        using var stream = typeof(WizardSamples).Assembly.GetManifestResourceStream("wizard-samples.json")!;
        return JsonNode.Parse(stream) ?? throw new JsonException();
    }
}
