using System.Text.Json.Nodes;
using BenchmarkDotNet.Attributes;
using SmartFlexBot.BotFramework.Templating;

namespace SmartFlexBot.Benchmarks.Micro;

/// <summary>A card with six options.</summary>
public class TemplatingBenchmark
{
    private readonly string _text = File.ReadAllText(Path.Combine(Folders.Repository, "cards/choices.json"));
    private readonly CardTemplate _card;
    private readonly JsonObject _data = new()
    {
        ["card"] = "0123456789abcdef",
        ["title"] = "Which car do you drive?",
        ["text"] = "Choose one, or type its name.",
        ["summary"] = "Which car do you drive?",
        ["options"] = new JsonArray(
            [.. Enumerable.Range(1, 6).Select(number => new JsonObject { ["title"] = $"Model {number}", ["choice"] = $"model-{number}" })]),
    };

    public TemplatingBenchmark() => _card = CardTemplate.Parse("choices.json", _text);

    /// <summary>Once, at start.</summary>
    [Benchmark]
    public CardTemplate Parse() => CardTemplate.Parse("choices.json", _text);

    [Benchmark]
    public JsonObject Expand() => _card.Expand(_data);

    [Benchmark]
    public string ExpandAndWrite() => _card.Expand(_data).ToJsonString();
}
