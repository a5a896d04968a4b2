using System.Text.Json.Nodes;

namespace SmartFlexBot.Tests.Cards;

/// <summary>A folder of card templates, <c>name.json</c>, and one of sample data for them, <c>name.case.json</c>.</summary>
public sealed record CardFolder(string Cards, string Samples)
{
    public static CardFolder Product { get; } = new("cards", "tests/SmartFlexBot.Tests/Cards/samples");

    /// <summary>Proves the check itself, also while the product has no card.</summary>
    public static CardFolder Example { get; } = new(
        "tests/SmartFlexBot.Tests/BotFramework/Templating/example/cards",
        "tests/SmartFlexBot.Tests/BotFramework/Templating/example/samples");

    /// <returns>Names without ".json"; empty when the folder is absent.</returns>
    public IReadOnlyList<string> CardNames() =>
        [.. Files(Cards, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    public string Template(string card) => File.ReadAllText(Path.Combine(RepositoryRoot.Path, Cards, card + ".json"));

    public IReadOnlyDictionary<string, JsonNode?> SamplesOf(string card) =>
        Files(Samples, card + ".*.json")
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file), file => JsonNode.Parse(File.ReadAllText(file)));

    /// <returns>Sample files that belong to no card: a renamed card would otherwise lose its samples unseen.</returns>
    public IReadOnlyList<string> StraySamples()
    {
        var used = CardNames().SelectMany(card => Files(Samples, card + ".*.json")).ToHashSet();
        return [.. Files(Samples, "*.json").Where(file => !used.Contains(file))];
    }

    private static IEnumerable<string> Files(string folder, string pattern)
    {
        var path = Path.Combine(RepositoryRoot.Path, folder);
        return Directory.Exists(path) ? Directory.EnumerateFiles(path, pattern) : [];
    }
}
