using System.Text;
using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Channels.Rendering;

/// <summary>One card as a channel can show it.</summary>
internal static class CardRenderer
{
    // Where the elements of an element stand.
    private static readonly string[] Lists = ["body", "items", "columns", "actions"];
    private static readonly string[] Singles = ["selectAction"];

    /// <returns>Null when the channel shows no cards, or none so long: then its words are said.</returns>
    public static JsonObject? Render(JsonObject card, ChannelCapabilities can)
    {
        if (can.AdaptiveCardVersion is null)
        {
            return null;
        }

        var rendered = card.DeepClone().AsObject();
        Fit(rendered, can);
        if (CardVersion.Of((string?)rendered["version"]) > CardVersion.Of(can))
        {
            rendered["version"] = can.AdaptiveCardVersion;
        }

        if (can.WidensCards)
        {
            rendered["msteams"] = new JsonObject { ["width"] = "Full" };
        }

        return Encoding.UTF8.GetByteCount(rendered.ToJsonString()) <= can.MaximumCardBytes ? rendered : null;
    }

    private static void Fit(JsonObject parent, ChannelCapabilities can)
    {
        foreach (var name in Lists)
        {
            if (parent[name] is JsonArray list)
            {
                parent[name] = new JsonArray([.. list.OfType<JsonObject>().Select(element => Fitting(element, can)).OfType<JsonNode>()]);
            }
        }

        foreach (var name in Singles)
        {
            if (parent[name] is JsonObject single)
            {
                parent.Remove(name);
                if (Fitting(single, can) is { } fitting)
                {
                    parent[name] = fitting;
                }
            }
        }
    }

    private static JsonObject? Fitting(JsonObject element, ChannelCapabilities can)
    {
        var own = element.DeepClone().AsObject();
        Fit(own, can);
        return CardElements.Of(own, can);
    }
}
