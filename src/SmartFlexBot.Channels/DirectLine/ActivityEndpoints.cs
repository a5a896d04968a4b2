using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Channels.DirectLine.Reading;
using SmartFlexBot.Channels.Http;

namespace SmartFlexBot.Channels.DirectLine;

/// <summary>Posting and polling activities.</summary>
internal sealed partial class ActivityEndpoints(
    DirectLineAuthentication authentication, PostAdmission admission, InboundActivities inbound, IInboundTyping typing,
    IConversationInbox inbox, IConversationLog log, SharedPages pages, ClientBytes memory, IOptions<DirectLineOptions> options,
    TimeProvider time, ILogger<ActivityEndpoints> logger)
{
    public async Task<IResult> PostAsync(HttpContext context, string conversationId)
    {
        var token = await authentication.RequireTokenAsync(context.Request, conversationId);
        authentication.CheckOrigin(context.Request, token);
        using var room = await admission.AdmitAsync(context, conversationId);
        var body = await RequestBody.TakeActivityAsync(
            context.Request, options.Value.MaximumActivityCharacters, context.RequestAborted);
        room.Came(body.Length);
        if (inbound.Read(RequestBody.ReadActivity(body), token) is not { } accepted)
        {
            typing.Hear(DirectLineChannel.Key(conversationId));
            return Id(Guid.NewGuid().ToString("N"));
        }

        var acceptance = await inbox.AcceptAsync(DirectLineChannel.Key(conversationId), accepted, context.RequestAborted);
        return Id(acceptance.ActivityId);
    }

    /// <summary>
    /// Clients stop polling for ever, silently, on anything but 200, 403 and 404 (bot protocol D2): so a store that is down for a while
    /// reads as "nothing new". One that has lost what it held does not: that is 503, for nothing is what nobody knows.
    /// </summary>
    public async Task<IResult> PollAsync(HttpContext context, string conversationId)
    {
        await authentication.RequireTokenAsync(context.Request, conversationId);
        var watermark = Watermark.Read(context.Request);
        try
        {
            var key = DirectLineChannel.Key(conversationId);
            var origin = await log.FindOriginAsync(key, context.RequestAborted) ?? throw new ConversationNotFoundException();
            return await AnswerAsync(ClientPlace.Of(context, key, origin), watermark, context.RequestAborted);
        }
        catch (Exception exception) when (IsPassing(exception) && !context.RequestAborted.IsCancellationRequested)
        {
            LogPollFailed(logger, exception, conversationId);
            return Nothing(watermark);
        }
    }

    /// <summary>One page of what is new. No room in memory reads as "nothing new", too: the next poll asks again.</summary>
    private async Task<IResult> AnswerAsync(ClientPlace place, long watermark, CancellationToken cancellationToken)
    {
        var cut = new CancellationTokenSource();
        if (memory.TryHold(place, _ => cut.Cancel()) is not { } holding)
        {
            return Nothing(watermark);
        }

        SharedPage? page = null;
        try
        {
            page = await pages.TakeAsync(place.Conversation, watermark, cancellationToken);
            if (!page.IsEmpty)
            {
                holding.Resize(page.Bytes.Length);
                var answer = new PollAnswer(page, holding, cut, time);
                (page, holding) = (null, null);
                return answer;
            }

            return Nothing(watermark);
        }
        finally
        {
            page?.Dispose();
            holding?.Dispose();
        }
    }

    private static bool IsPassing(Exception exception) =>
        exception is not (ConversationNotFoundException or StoreUnavailableException { Loss: not StoreLoss.None });

    private static IResult Id(string id) => Results.Json(new(id), DirectLineJson.Default.ResourceBody);

    private static IResult Nothing(long watermark) =>
        Results.Bytes(ActivitySet.Of([], watermark), ActivitySet.MediaType);

    [LoggerMessage(Level = LogLevel.Error, Message = "A poll of {ConversationId} was answered empty because the log cannot be read")]
    private static partial void LogPollFailed(ILogger logger, Exception exception, string conversationId);
}
