using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Channels.Http;

namespace SmartFlexBot.Channels.BotConnector.Invokes;

/// <summary>What is asked of the bot and answered in the same request, by its name (bot protocol A4, H).</summary>
internal sealed class InvokeAnswers(CardPresses presses, OfferedFiles files)
{
    public Task<IResult> AnswerAsync(Activity invoke, CancellationToken cancellationToken) => invoke.Name switch
    {
        "adaptiveCard/action" => presses.AnswerAsync(invoke, cancellationToken),
        "fileConsent/invoke" => files.RefuseAsync(invoke, cancellationToken),
        _ => throw new RequestRefusedException(
            StatusCodes.Status501NotImplemented, "NotImplemented", "This bot has no invoke of this name."),
    };

    /// <param name="status">Of the invoke; where the bot's code ran, HTTP says 200 whatever it is (bot protocol F3).</param>
    public static IResult Of(int status, string type, JsonNode value) => Results.Text(
        new JsonObject { ["statusCode"] = status, ["type"] = type, ["value"] = value }.ToJsonString(),
        "application/json",
        statusCode: status == StatusCodes.Status400BadRequest ? status : StatusCodes.Status200OK);
}
