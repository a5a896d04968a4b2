using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Channels.Http;

namespace SmartFlexBot.Channels.DirectLine;

/// <summary>Posting and polling activities.</summary>
internal sealed partial class ActivityEndpoints(
    DirectLineAuthentication authentication, InboundActivities inbound, IConversationInbox inbox, IConversationLog log,
    IOptions<DirectLineOptions> options, ILogger<ActivityEndpoints> logger)
{
    // A long history comes in several polls.
    private const int PageSize = 100;

    public async Task<IResult> PostAsync(HttpContext context, string conversationId)
    {
        var token = await authentication.RequireTokenAsync(context.Request, conversationId);
        authentication.CheckOrigin(context.Request, token);
        var activity = await RequestBody.ReadActivityAsync(
            context.Request, options.Value.MaximumActivityCharacters, context.RequestAborted);
        if (inbound.Read(activity, token) is not { } accepted)
        {
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
            _ = await log.FindOriginAsync(key, context.RequestAborted) ?? throw new ConversationNotFoundException();
            var entries = await log.ReadAsync(key, watermark, PageSize, context.RequestAborted);
            return Set(entries, entries.Count > 0 ? entries[^1].Sequence : watermark);
        }
        catch (Exception exception) when (IsPassing(exception) && !context.RequestAborted.IsCancellationRequested)
        {
            LogPollFailed(logger, exception, conversationId);
            return Set([], watermark);
        }
    }

    private static bool IsPassing(Exception exception) =>
        exception is not (ConversationNotFoundException or StoreUnavailableException { Loss: not StoreLoss.None });

    private static IResult Id(string id) => Results.Json(new(id), DirectLineJson.Default.ResourceBody);

    private static IResult Set(IReadOnlyList<LogEntry> entries, long watermark) =>
        Results.Bytes(ActivitySet.Of(entries, watermark), "application/json; charset=utf-8");

    [LoggerMessage(Level = LogLevel.Error, Message = "A poll of {ConversationId} was answered empty because the log cannot be read")]
    private static partial void LogPollFailed(ILogger logger, Exception exception, string conversationId);
}
