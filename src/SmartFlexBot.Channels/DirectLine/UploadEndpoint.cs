using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Channels.Http;

namespace SmartFlexBot.Channels.DirectLine;

/// <summary>
/// Takes messages with files. The bot cannot look at them, so its customers' pictures are not kept: the message enters the inbox with the
/// files' types and names, and the bot says that it cannot read them. Where a person looks at them, they come along to the turn.
/// </summary>
internal sealed class UploadEndpoint(
    DirectLineAuthentication authentication, InboundActivities inbound, PostAdmission admission, IInboundFiles files,
    IConversationInbox inbox, IOptions<DirectLineOptions> options, TimeProvider time)
{
    /// <summary>So many may be in memory at once, of all customers of this node.</summary>
    private const int MostAtOnce = 8;

    /// <summary>Who sends more slowly is cut off: there are others.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan WhenFull = TimeSpan.FromSeconds(2);

    private int _atOnce;

    public async Task<IResult> PostAsync(HttpContext context, string conversationId)
    {
        var token = await authentication.RequireTokenAsync(context.Request, conversationId);
        authentication.CheckOrigin(context.Request, token);
        using var room = await admission.AdmitAsync(context, conversationId);
        if (await files.FindRoomAsync(DirectLineChannel.Key(conversationId), context.RequestAborted) is not { } wanted)
        {
            return await AcceptAsync(context, token, room, wanted: null);
        }

        try
        {
            if (Interlocked.Increment(ref _atOnce) > MostAtOnce)
            {
                throw RequestRefusedException.TooManyRequests(WhenFull);
            }

            using var patience = new CancellationTokenSource(Longest, time);
            await using var cut = patience.Token.Register(context.Abort);
            return await AcceptAsync(context, token, room, wanted);
        }
        finally
        {
            Interlocked.Decrement(ref _atOnce);
        }
    }

    private async Task<IResult> AcceptAsync(HttpContext context, DirectLineToken token, PostRoom room, FileRoom? wanted)
    {
        var body = await UploadBody.ReadAsync(context.Request, options.Value, wanted, context.RequestAborted);
        room.Came(body.ActivityJson?.Length ?? 0);
        if (body.Files.Count == 0 && body.ActivityJson is null)
        {
            throw RequestRefusedException.Missing("The body holds neither a file nor an activity.");
        }

        var activity = body.ActivityJson is { } json ? RequestBody.ReadActivity(json) : new Activity { Type = ActivityTypes.Message };
        if (activity.Type != ActivityTypes.Message)
        {
            throw RequestRefusedException.BadRequest("Only a message can have files.");
        }

        var taken = body.Kept.Count > 0 ? Take(body.Kept) : null;
        activity.Attachments = [.. taken?.Attachments ?? body.Files];
        var acceptance = await inbox.AcceptAsync(
            DirectLineChannel.Key(token.ConversationId),
            inbound.Read(activity, token)! with { ProtectedValue = taken?.ProtectedValue },
            context.RequestAborted);
        return Results.Json(new(acceptance.ActivityId), DirectLineJson.Default.ResourceBody);
    }

    private TakenFiles Take(IReadOnlyList<SentFile> sent)
    {
        try
        {
            return files.Take(sent);
        }
        catch (FileNotTakenException refused)
        {
            throw RequestRefusedException.FileNotTaken(refused.Message);
        }
    }
}
