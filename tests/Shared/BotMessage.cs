using System.Text.Json.Nodes;

namespace SmartFlexBot.Tests.Shared;

/// <summary>A message of the bot: a text, or a card with buttons.</summary>
internal sealed class BotMessage(JsonObject activity)
{
    private readonly IReadOnlyList<JsonObject> _actions = [.. ActionsIn(activity["attachments"])];

    public string Id => (string)activity["id"]!;

    /// <summary>The text, or the card in one sentence.</summary>
    public string Summary => (string?)activity["text"] ?? (string?)activity["speak"] ?? "";

    /// <summary>The card's address to open, if it has one.</summary>
    public Uri? Link => _actions.Where(action => (string?)action["type"] == "Action.OpenUrl")
        .Select(action => new Uri((string)action["url"]!)).FirstOrDefault();

    /// <param name="does">What the button does, the "do" of its data.</param>
    public JsonObject? Button(string does) =>
        _actions.FirstOrDefault(action => (string?)action["type"] == "Action.Submit" && (string?)action["data"]?["do"] == does);

    private static IEnumerable<JsonObject> ActionsIn(JsonNode? node) => node switch
    {
        JsonArray items => items.SelectMany(ActionsIn),
        JsonObject one =>
            (((string?)one["type"])?.StartsWith("Action.", StringComparison.Ordinal) == true ? [one] : Array.Empty<JsonObject>())
            .Concat(one.SelectMany(member => member.Value is JsonValue ? [] : ActionsIn(member.Value))),
        _ => [],
    };
}
