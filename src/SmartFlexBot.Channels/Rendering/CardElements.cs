using System.Collections.Frozen;
using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Channels.Rendering;

/// <summary>What becomes of one element of a card: itself, something else, or nothing (null).</summary>
internal delegate JsonObject? ElementRule(JsonObject element, ChannelCapabilities can);

/// <summary>What each channel gets of each element that the cards of this bot are made of (bot protocol F1 to F3).</summary>
internal static class CardElements
{
    private static readonly FrozenDictionary<string, (decimal Since, ElementRule Rule)> Rules =
        new Dictionary<string, (decimal, ElementRule)>(StringComparer.Ordinal)
        {
            // Element           schema  what a channel gets of it
            ["TextBlock"] = (1.0m, Itself),
            ["Image"] = (1.0m, Picture),
            ["Container"] = (1.0m, Itself),
            ["ColumnSet"] = (1.0m, Itself),
            ["Column"] = (1.0m, Itself),
            ["FactSet"] = (1.0m, Itself),
            ["Input.Toggle"] = (1.0m, Itself),
            ["Input.Number"] = (1.0m, Itself),
            ["Input.Text"] = (1.0m, Itself),
            ["Input.ChoiceSet"] = (1.0m, Itself),
            ["ActionSet"] = (1.2m, Itself),
            ["Action.OpenUrl"] = (1.0m, Link),
            ["Action.Submit"] = (1.0m, Press),
        }.ToFrozenDictionary();

    public static IEnumerable<string> Known => Rules.Keys;

    /// <returns>Null for what the channel does not show, or nobody has decided about.</returns>
    public static JsonObject? Of(JsonObject element, ChannelCapabilities can) =>
        (string?)element["type"] is { } type && Rules.TryGetValue(type, out var known) && known.Since <= CardVersion.Of(can)
            ? known.Rule(element, can)
            : null;

    private static JsonObject Itself(JsonObject element, ChannelCapabilities can) => element;

    /// <summary>Where no vector graphics are shown, what is on the picture is said.</summary>
    private static JsonObject? Picture(JsonObject image, ChannelCapabilities can) => can.ShowsSvg || !IsSvg(image)
        ? image
        : (string?)image["altText"] is { Length: > 0 } words
            ? new JsonObject { ["type"] = "TextBlock", ["text"] = words, ["wrap"] = true }
            : null;

    private static bool IsSvg(JsonObject image)
    {
        var url = (string?)image["url"] ?? "";
        return url.EndsWith(".svg", StringComparison.OrdinalIgnoreCase)
            || url.StartsWith("data:image/svg", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Nothing but the web is opened.</summary>
    private static JsonObject? Link(JsonObject action, ChannelCapabilities can) =>
        Uri.TryCreate((string?)action["url"], UriKind.Absolute, out var url) && url.Scheme is "https" or "http"
            ? Titled(action, can)
            : null;

    /// <summary>
    /// Where a press can be answered in place it is, and who has an older client sends it as a message. A button that stands for words
    /// says them.
    /// </summary>
    private static JsonObject Press(JsonObject action, ChannelCapabilities can)
    {
        var submit = Titled(action, can);
        if (!can.AnswersInPlace)
        {
            return submit;
        }

        if (submit["data"] is not JsonObject data)
        {
            submit["data"] = Words(submit["data"]);
            return submit;
        }

        var execute = submit.DeepClone().AsObject();
        execute["type"] = "Action.Execute";
        execute["verb"] = (string?)data["do"] ?? "press";
        execute["fallback"] = submit.DeepClone();
        return execute;
    }

    /// <summary>What a button carries in Teams that says something as if it were typed.</summary>
    public static JsonObject Words(JsonNode? words) =>
        new() { ["msteams"] = new JsonObject { ["type"] = "imBack", ["value"] = words?.DeepClone() } };

    private static JsonObject Titled(JsonObject action, ChannelCapabilities can)
    {
        if ((string?)action["title"] is { } title && title.Length > can.MaximumTitleLength)
        {
            action["title"] = $"{title.AsSpan(0, can.MaximumTitleLength - 1).TrimEnd()}…";
        }

        return action;
    }
}
