using System.Text.Json;
using System.Text.RegularExpressions;

namespace SmartFlexBot.Tests.Cards;

/// <summary>cards/text as it is on disk, in the order of the files.</summary>
internal static partial class TextFiles
{
    public static string Folder { get; } = Path.Combine(RepositoryRoot.Path, "cards", "text");

    /// <summary>A key that is written twice comes twice.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(string language) =>
        [.. Read($"{language}.json"), .. Read(Path.Combine("answers", $"{language}.json"))];

    private static KeyValuePair<string, string>[] Read(string name)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, name)));
        return [.. file.RootElement.EnumerateObject().Select(text => KeyValuePair.Create(text.Name, text.Value.GetString()!))];
    }

    public static IReadOnlyList<string> KeysOf(string language) => [.. Of(language).Select(text => text.Key)];

    /// <returns>"{device}" and the like, sorted: their order is a matter of the language.</returns>
    public static IReadOnlyList<string> PlaceholdersIn(string text) =>
        [.. Placeholder().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal)];

    /// <returns>What stands in quotation marks, in the usual form of any of the languages.</returns>
    public static IReadOnlyList<string> QuotedIn(string text) => [.. Quoted().Matches(text).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"[„«“]\s?([^“”»]+?)\s?[“”»]")]
    private static partial Regex Quoted();
}
