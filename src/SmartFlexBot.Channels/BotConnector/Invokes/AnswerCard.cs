using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.BotFramework.Templating;
using SmartFlexBot.Channels.Rendering;

namespace SmartFlexBot.Channels.BotConnector.Invokes;

/// <summary>
/// Everything that is said to a press, as one card that takes the place of the pressed one: what was pressed stays to be read, and cannot
/// be pressed again.
/// </summary>
internal static class AnswerCard
{
    /// <param name="pressed">The caption of the button, as it came from outside; null when it names none.</param>
    /// <param name="said">None when the turn takes longer: the rest follows in the chat.</param>
    public static JsonObject Of(string? pressed, IEnumerable<Activity> said, ChannelCapabilities can)
    {
        var messages = said.Where(one => one.Type == ActivityTypes.Message).ToList();
        var body = new JsonArray();
        if (pressed is { Length: > 0 })
        {
            body.Add(Line($"✓ {MarkdownText.Escape(pressed)}", isSubtle: true));
        }

        foreach (var element in messages.SelectMany(message => Elements(message, can)))
        {
            body.Add(element.DeepClone());
        }

        return new()
        {
            ["type"] = "AdaptiveCard",
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["version"] = "1.5",
            ["msteams"] = new JsonObject { ["width"] = "Full" },
            ["body"] = body,
        };
    }

    private static IEnumerable<JsonNode> Elements(Activity message, ChannelCapabilities can)
    {
        var shown = ActivityRenderer.Render(message, can)!;
        if (shown.Text is { Length: > 0 } text)
        {
            yield return Line(MarkdownText.Escape(text), isSubtle: false);
        }

        foreach (var attachment in shown.Attachments ?? [])
        {
            if (attachment.Content is JsonObject card && attachment.ContentType == Attachment.AdaptiveCardContentType)
            {
                foreach (var element in card["body"] as JsonArray ?? [])
                {
                    yield return element!;
                }
            }
            else if (attachment.ContentUrl is { } address)
            {
                yield return Buttons([new JsonObject
                {
                    ["type"] = "Action.OpenUrl", ["title"] = attachment.Name ?? address, ["url"] = address,
                }]);
            }
        }

        if (shown.SuggestedActions?.Actions is { Count: > 0 } offered)
        {
            yield return Buttons([.. offered.Select(Sent)]);
        }
    }

    private static JsonObject Line(string text, bool isSubtle) =>
        new() { ["type"] = "TextBlock", ["text"] = text, ["wrap"] = true, ["isSubtle"] = isSubtle };

    private static JsonObject Buttons(JsonArray actions) => new() { ["type"] = "ActionSet", ["actions"] = actions };

    /// <summary>A button that says what is on it, as if it were typed.</summary>
    private static JsonObject Sent(CardAction action) => new()
    {
        ["type"] = "Action.Submit",
        ["title"] = action.Title,
        ["data"] = CardElements.Words(action.Value),
    };
}
