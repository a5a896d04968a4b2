using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Channels.Http;

namespace SmartFlexBot.Channels.DirectLine;

/// <summary>
/// Takes messages with files. The bot cannot look at them, so nobody's pictures are kept: the message enters the inbox with the files'
/// types and names, and the bot says that it cannot read them. What was typed along counts as ever.
/// </summary>
internal sealed class UploadEndpoint(
    DirectLineAuthentication authentication, InboundActivities inbound, PostAdmission admission, IConversationInbox inbox,
    IOptions<DirectLineOptions> options)
{
    public async Task<IResult> PostAsync(HttpContext context, string conversationId)
    {
        var token = await authentication.RequireTokenAsync(context.Request, conversationId);
        authentication.CheckOrigin(context.Request, token);
        using var room = await admission.AdmitAsync(context, conversationId);
        var body = await UploadBody.ReadAsync(context.Request, options.Value, context.RequestAborted);
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

        activity.Attachments = [.. body.Files];
        var acceptance = await inbox.AcceptAsync(
            DirectLineChannel.Key(conversationId), inbound.Read(activity, token)!, context.RequestAborted);
        return Results.Json(new(acceptance.ActivityId), DirectLineJson.Default.ResourceBody);
    }
}
