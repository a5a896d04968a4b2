using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SmartFlexBot.Tests.Scripts;

/// <summary>An Adaptive Card as the customer sees it: words, boxes, buttons.</summary>
internal sealed partial record ChatCard(JsonNode Content)
{
    /// <summary>All words on it, buttons left out; the first is its title.</summary>
    public IReadOnlyList<string> Words => [.. Elements().Where(element => !IsAction(element)).SelectMany(
        element => new[] { Text(element, "text"), Text(element, "title"), Text(element, "value") }).OfType<string>().Select(Read)];

    public IEnumerable<JsonObject> Buttons => Elements().Where(IsAction);

    public IEnumerable<(string Id, string Title)> Boxes =>
        Elements().Where(element => Text(element, "type") == "Input.Toggle").Select(box => (Text(box, "id")!, Text(box, "title")!));

    public static string? Text(JsonObject element, string name) =>
        element[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    public override string ToString() =>
        $"[{string.Join(" | ", Words)}] {string.Join(" ", Buttons.Select(button => $"({Text(button, "title")})"))}";

    /// <summary>As Markdown shows it: escaped signs plain, lines without the empty ones between.</summary>
    private static string Read(string text) => Escaped().Replace(text, "$1").Replace("\n\n", "\n", StringComparison.Ordinal);

    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])")]
    private static partial Regex Escaped();

    private static bool IsAction(JsonObject element) => Text(element, "type")?.StartsWith("Action.", StringComparison.Ordinal) == true;

    private IEnumerable<JsonObject> Elements() => Below(Content);

    private static IEnumerable<JsonObject> Below(JsonNode? node) => node switch
    {
        JsonObject element => element.Where(member => member.Key != "data").SelectMany(member => Below(member.Value)).Prepend(element),
        JsonArray list => list.SelectMany(Below),
        _ => [],
    };
}
