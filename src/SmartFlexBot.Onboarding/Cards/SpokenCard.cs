using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SmartFlexBot.Onboarding.Cards;

/// <summary>
/// What a reader says of an Adaptive Card (its property <c>speak</c>): the words on it, from top to bottom, buttons and pictures left
/// out.
/// </summary>
internal static partial class SpokenCard
{
    /// <summary>
    /// Longer cards are summed up: nobody can hold more than this in mind, and the card itself can be read at one's own pace.
    /// </summary>
    private const int Longest = 700;

    /// <param name="card">Expanded; its <c>fallbackText</c> is the summary.</param>
    public static string Of(JsonObject card)
    {
        var sentences = Words(card["body"]).SelectMany(text => text.Split('\n')).Select(Sentence);
        var words = string.Join(' ', sentences.Where(sentence => sentence.Length > 0));
        return words.Length is > 0 and <= Longest ? words : card["fallbackText"]?.GetValue<string>() ?? "";
    }

    /// <summary>For who is shown no buttons: what they lead to stands after the words.</summary>
    public static string WithAddresses(JsonObject card, string words) =>
        string.Join(' ', Addresses(card["body"]).Distinct().Prepend(words).Where(part => part.Length > 0));

    private static IEnumerable<string> Addresses(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Addresses),
        JsonObject element when (string?)element["type"] == "Action.OpenUrl" => [(string?)element["url"] ?? ""],
        JsonObject element => Addresses(element["items"]).Concat(Addresses(element["actions"])),
        _ => [],
    };

    private static IEnumerable<string> Words(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Words),
        JsonObject element => Own(element).Concat(Words(element["items"])).Concat(Words(element["columns"])),
        _ => [],
    };

    private static IEnumerable<string> Own(JsonObject element) => (string?)element["type"] switch
    {
        "TextBlock" => [(string?)element["text"] ?? ""],
        "Input.Toggle" => [(string?)element["title"] ?? ""],
        "FactSet" => element["facts"]!.AsArray().Select(fact => $"{(string?)fact!["title"]}: {(string?)fact["value"]}"),
        _ when element["label"] is { } label => [(string?)label ?? ""],
        _ => [],
    };

    /// <summary>Plain words, with a pause after them.</summary>
    private static string Sentence(string markdown)
    {
        var unescaped = Escape().Replace(Link().Replace(ListItem().Replace(markdown, ""), "$1"), "$1");
        var plain = unescaped.Replace("**", "", StringComparison.Ordinal).Trim();
        return plain.Length == 0 || plain[^1] is '.' or '?' or '!' or ':' or ';' ? plain : $"{plain}.";
    }

    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])")]
    private static partial Regex Escape();

    [GeneratedRegex(@"^\s*- ")]
    private static partial Regex ListItem();

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Link();
}
