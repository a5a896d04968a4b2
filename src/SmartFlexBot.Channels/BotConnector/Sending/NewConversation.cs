using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Channels.BotConnector.Sending;

/// <summary>
/// Opens the personal chat of a customer and the bot anew, where the one that is known is gone (bot protocol H). For the same two Teams
/// answers with the same conversation each time, so to ask again does no harm.
/// </summary>
internal sealed class NewConversation(ConnectorPosts posts)
{
    /// <param name="activity">Addressed: from the bot to the customer.</param>
    /// <returns>Null when there is none: the bot is not installed, or this is not a chat of two.</returns>
    public async Task<ConversationKey?> OpenAsync(
        Uri serviceUrl, ConversationKey gone, Activity activity, CancellationToken cancellationToken)
    {
        if (activity is not { From.Id: { } bot, Recipient.Id: { } customer, Conversation.TenantId: { } tenant }
            || activity.Conversation.IsOfSeveral())
        {
            return null;
        }

        var wish = new JsonObject
        {
            ["isGroup"] = false,
            ["bot"] = new JsonObject { ["id"] = bot },
            ["members"] = new JsonArray(new JsonObject { ["id"] = customer }),
            ["tenantId"] = tenant,
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenant } },
        };
        var address = new Uri($"{serviceUrl.GetLeftPart(UriPartial.Path).TrimEnd('/')}/v3/conversations");
        var answer = await posts.PostAsync(address, wish.ToJsonString(), cancellationToken);
        return answer is { Status: HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.Accepted, Body: { } body }
            && IdOf(body) is { } id
            ? gone with { ConversationId = id }
            : null;
    }

    private static string? IdOf(string body)
    {
        try
        {
            return JsonNode.Parse(body) is JsonObject opened && opened["id"] is JsonValue id && id.TryGetValue<string>(out var text)
                ? text
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
