using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SmartFlexBot.Desk.Hubs.Genesys;

/// <summary>
/// POST /hubs/genesys: what Genesys calls for each message of an agent's, up to six times, five seconds apart; and
/// POST /hubs/genesys/ended, which a trigger of the supplier's own calls when an agent's part has ended, because Genesys tells nothing of
/// it. Who calls is checked over the raw bytes; then the call is stored, and answered. What has happened is read.
/// </summary>
internal sealed partial class GenesysWebhook(HubCalls calls, IOptions<GenesysOptions> options, ILogger<GenesysWebhook> logger)
{
    public const string Path = "/hubs/genesys";
    public const string EndPath = "/hubs/genesys/ended";

    /// <remarks>Writes its answer itself: what a method of this shape returns, routing would drop.</remarks>
    public async Task AnswerAsync(HttpContext context) => await (await TakeAsync(context)).ExecuteAsync(context);

    /// <inheritdoc cref="AnswerAsync"/>
    public async Task AnswerEndAsync(HttpContext context) => await (await TakeEndAsync(context)).ExecuteAsync(context);

    private async Task<IResult> TakeAsync(HttpContext context)
    {
        if (await HubBody.ReadAsync(context) is not { } body)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        if (!GenesysSignature.IsValid(options.Value.WebhookSecret, context.Request.Headers["X-Hub-Signature-256"], body))
        {
            Log.NotSigned(logger);
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }

        return HubWebhooks.Read(body, GenesysJson.Default.GenesysDelivery) is { } delivery
            ? await TakeAsync(delivery, context.RequestAborted)
            : Results.StatusCode(StatusCodes.Status400BadRequest);
    }

    private async Task<IResult> TakeAsync(GenesysDelivery delivery, CancellationToken cancellationToken)
    {
        if (delivery.Channel?.To?.Id is not { Length: > 0 } handOver)
        {
            return Results.Ok();
        }

        var isOver = false;
        var answer = await HubWebhooks.WhenStoredAsync(async () =>
        {
            switch (GenesysCalls.MeaningOf(delivery))
            {
                case GenesysMeaning.News:
                    isOver = !await calls.TakeAsync(handOver, GenesysCalls.KeyOf(delivery), cancellationToken);
                    break;
                case GenesysMeaning.Typing:
                    await calls.TypeAsync(handOver, cancellationToken);
                    break;
            }
        });
        return !isOver ? answer : await HubWebhooks.WhenRefusedAsync(
            () => calls.RefuseAsync(handOver, delivery.ConversationId, delivery.Id, cancellationToken), logger, handOver);
    }

    private async Task<IResult> TakeEndAsync(HttpContext context)
    {
        if (!GenesysSignature.IsBearer(options.Value.EndSecret, context.Request.Headers.Authorization))
        {
            Log.NotSigned(logger);
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }

        return await HubBody.ReadAsync(context) is not { } body ? Results.StatusCode(StatusCodes.Status413PayloadTooLarge)
            : HubWebhooks.Read(body, GenesysJson.Default.GenesysEnd) is not { HandOverId: { Length: > 0 } handOver }
                ? Results.StatusCode(StatusCodes.Status400BadRequest)
            : await HubWebhooks.WhenStoredAsync(
                () => calls.TakeAsync(handOver, $"end-{Guid.NewGuid():N}", context.RequestAborted));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning,
            "A call to /hubs/genesys is not signed as Hub:Genesys:WebhookSecret says, or lacks Hub:Genesys:EndSecret. It was refused.")]
        public static partial void NotSigned(ILogger logger);
    }
}
