using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Channels.BotConnector.Invokes;

/// <summary>
/// A button of a card that is answered in its place (adaptiveCard/action, bot protocol F3): what the bot says to it replaces the card. The
/// press is a message like any other: it is accepted once, and answered within the time of a turn, which is less than Teams waits.
/// </summary>
internal sealed class CardPresses(ConnectorActivities activities, IConversationTurns turns)
{
    private const string Error = "application/vnd.microsoft.error";

    public async Task<IResult> AnswerAsync(Activity invoke, CancellationToken cancellationToken)
    {
        if ((invoke.Value as JsonObject)?["action"] is not JsonObject action)
        {
            return Refused("BadRequest", "An adaptiveCard/action needs value.action.");
        }

        if (Text(action["type"]) != "Action.Execute")
        {
            return Refused("NotSupported", "Only Action.Execute is answered in place.");
        }

        var press = invoke.ShallowCopy();
        press.Type = ActivityTypes.Message;
        press.Name = null;
        press.Text = null;
        press.Value = action["data"]?.DeepClone();
        var accepted = activities.Read(press)!;
        var answer = await turns.AnswerAsync(accepted.Conversation, accepted.Origin, accepted.Inbound, cancellationToken);
        var card = AnswerCard.Of(
            Text((press.Value as JsonObject)?["title"]),
            answer.Activities.Select(ActivityJson.Read),
            ConnectorChannels.All[accepted.Conversation.ChannelId]);
        return InvokeAnswers.Of(StatusCodes.Status200OK, Attachment.AdaptiveCardContentType, card);
    }

    private static IResult Refused(string code, string message) =>
        InvokeAnswers.Of(StatusCodes.Status400BadRequest, Error, new JsonObject { ["code"] = code, ["message"] = message });

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
