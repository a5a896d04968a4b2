using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SmartFlexBot.Desk.Hubs.Chatwoot;

/// <summary>
/// POST /hubs/chatwoot: what Chatwoot calls when something happens in the inbox. Its signature is checked over the raw bytes; then the call
/// is stored, and answered. It is a call alone: what has happened is read from Chatwoot, in its own order, so that calls may come
/// twice, in any order, or not at all.
/// </summary>
internal sealed partial class ChatwootWebhook(
    HubCalls calls, IOptions<ChatwootOptions> options, HubClock clock, ILogger<ChatwootWebhook> logger)
{
    public const string Path = "/hubs/chatwoot";

    /// <remarks>Writes its answer itself: what a method of this shape returns, routing would drop.</remarks>
    public async Task AnswerAsync(HttpContext context) => await (await TakeAsync(context)).ExecuteAsync(context);

    private async Task<IResult> TakeAsync(HttpContext context)
    {
        if (await HubBody.ReadAsync(context) is not { } body)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        var headers = context.Request.Headers;
        if (!ChatwootSignature.IsValid(
            options.Value.WebhookSecret, headers["X-Chatwoot-Signature"], headers["X-Chatwoot-Timestamp"], body, clock.Wall.GetUtcNow()))
        {
            Log.NotSigned(logger);
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }

        return HubWebhooks.Read(body, ChatwootJson.Default.ChatwootDelivery) is { } delivery
            ? await TakeAsync(delivery, headers["X-Chatwoot-Delivery"].ToString(), context.RequestAborted)
            : Results.StatusCode(StatusCodes.Status400BadRequest);
    }

    private async Task<IResult> TakeAsync(ChatwootDelivery delivery, string id, CancellationToken cancellationToken)
    {
        // A conversation's id is everybody's to guess; the source id is ours, and opaque.
        if ((delivery.Conversation?.ContactInbox ?? delivery.ContactInbox)?.SourceId is not { Length: > 0 } handOver)
        {
            return Results.Ok();
        }

        var isOver = false;
        var answer = await HubWebhooks.WhenStoredAsync(async () =>
        {
            switch (ChatwootCalls.MeaningOf(delivery))
            {
                case ChatwootMeaning.News:
                    isOver = !await calls.TakeAsync(handOver, id.Length > 0 ? id : Guid.NewGuid().ToString("N"), cancellationToken);
                    break;
                case ChatwootMeaning.Typing:
                    await calls.TypeAsync(handOver, cancellationToken);
                    break;
                default:
                    Log.Ignored(logger, handOver);
                    break;
            }
        });
        // Only of a message its webhook tells an id that is one.
        return !isOver || delivery is not { Event: ChatwootCalls.MessageCreated, Id: { } message } ? answer
            : await HubWebhooks.WhenRefusedAsync(
                () => calls.RefuseAsync(handOver, conversation: null, message.ToString(CultureInfo.InvariantCulture), cancellationToken),
                logger, handOver);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning,
            "A call to /hubs/chatwoot is not signed as Hub:Chatwoot:WebhookSecret says, or is older than five minutes. It was refused.")]
        public static partial void NotSigned(ILogger logger);

        [LoggerMessage(2, LogLevel.Debug, "A call about hand-over {HandOver} tells nothing that is used.")]
        public static partial void Ignored(ILogger logger, string handOver);
    }
}
