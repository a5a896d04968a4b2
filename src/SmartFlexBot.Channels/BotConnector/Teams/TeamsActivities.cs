using System.Text.Json;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Channels.BotConnector.Teams;

/// <summary>What Teams puts around what somebody wrote (bot protocol H).</summary>
internal static class TeamsActivities
{
    /// <summary>Takes away the bot's own name, by which it is called in a group, and the copy of each message as HTML.</summary>
    public static void Unwrap(Activity activity)
    {
        foreach (var entity in activity.Entities?.Where(entity => Calls(entity, activity.Recipient?.Id)) ?? [])
        {
            activity.Text = Text(entity, "text") is { Length: > 0 } called
                ? activity.Text?.Replace(called, "", StringComparison.Ordinal).Trim()
                : activity.Text;
        }

        activity.Attachments = activity.Attachments?.Where(attachment => attachment.ContentType != "text/html").ToList();
    }

    private static bool Calls(Entity entity, string? botId) =>
        entity.Type == "mention"
        && botId is not null
        && entity.Properties?.TryGetValue("mentioned", out var mentioned) == true
        && mentioned.ValueKind == JsonValueKind.Object
        && mentioned.TryGetProperty("id", out var id)
        && id.ValueKind == JsonValueKind.String
        && id.GetString() == botId;

    private static string? Text(Entity entity, string name) =>
        entity.Properties?.TryGetValue(name, out var value) == true && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
