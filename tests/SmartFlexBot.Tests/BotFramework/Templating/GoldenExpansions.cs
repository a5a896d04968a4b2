using System.Text.Json.Nodes;

namespace SmartFlexBot.Tests.BotFramework.Templating;

/// <summary>The reference's results for all written and generated cases, from one node process.</summary>
public sealed class GoldenExpansions : IAsyncLifetime
{
    private const int Seed = 20261123;
    private const int Count = 400;

    private readonly Dictionary<string, ReferenceExpansion> _results = [];

    public IReadOnlyList<GoldenCase> Generated { get; } = Generate();

    public ReferenceExpansion Of(GoldenCase one) => _results[one.Name];

    public async ValueTask InitializeAsync()
    {
        var cases = GoldenCase.Written.Concat(Generated).ToList();
        var results = await AdaptiveCardsReference.ExpandAsync(cases.Select(one => ((JsonNode)one.Template, one.Data)));
        for (var at = 0; at < cases.Count; at++)
        {
            _results[cases[at].Name] = results[at];
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static List<GoldenCase> Generate()
    {
        var generator = new CaseGenerator(Seed);
        return [.. Enumerable.Range(0, Count).Select(generator.Next)];
    }
}
