using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Channels.Rendering;

/// <summary>What was said, as a channel can show it.</summary>
internal static class ActivityRenderer
{
    /// <returns>Null for what the channel does not take at all.</returns>
    public static Activity? Render(Activity said, ChannelCapabilities can)
    {
        if (said.Type == ActivityTypes.Event && !can.TakesEvents)
        {
            return null;
        }

        var shown = said.ShallowCopy();
        shown.Attachments = said.Attachments?.Select(attachment => Shown(attachment, can)).OfType<Attachment>().ToList();
        if (shown.Attachments?.Count < said.Attachments?.Count)
        {
            shown.Text ??= said.Attachments.Select(WordsOf).FirstOrDefault(words => words is not null) ?? said.Summary;
        }

        if (!can.KnowsOurData)
        {
            shown.Text = Named(shown);
            shown.ChannelData = null;
        }

        if (shown.Text?.Length > can.MaximumTextLength)
        {
            shown.Text = $"{shown.Text.AsSpan(0, can.MaximumTextLength - 1).TrimEnd()}…";
        }

        if (shown.SuggestedActions is { Actions.Count: var count } offered && count > can.MaximumSuggestedActions)
        {
            shown.SuggestedActions = new() { To = offered.To, Actions = [.. offered.Actions!.Take(can.MaximumSuggestedActions)] };
        }

        return shown;
    }

    private static Attachment? Shown(Attachment attachment, ChannelCapabilities can) =>
        attachment is { ContentType: Attachment.AdaptiveCardContentType, Content: JsonObject card }
            ? CardRenderer.Render(card, can) is { } rendered ? Attachment.AdaptiveCard(rendered) : null
            : attachment;

    private static string? WordsOf(Attachment attachment) => (string?)(attachment.Content as JsonObject)?["fallbackText"];

    /// <summary>Where everything comes from the bot's own name, an agent's stands before what they say.</summary>
    private static string? Named(Activity said) =>
        (string?)said.ChannelData?["person"]?["name"] is { Length: > 0 } name && said.Text is { } text ? $"{name}: {text}" : said.Text;
}
