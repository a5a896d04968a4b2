using System.Text;
using Microsoft.AspNetCore.Http;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Channels.BotConnector.Invokes;
using SmartFlexBot.Channels.BotConnector.Sending;
using SmartFlexBot.Channels.DirectLine;
using SmartFlexBot.Channels.Http;

namespace SmartFlexBot.Channels.BotConnector;

/// <summary>Takes what channels post to the bot (bot protocol A4).</summary>
internal sealed class MessagesEndpoint(
    ConnectorAccess access,
    ConversationQuota quota,
    ConnectorActivities activities,
    InvokeAnswers invokes,
    RecentCallers callers,
    IConversationInbox inbox,
    IConversationTurns turns)
{
    private const int MaximumCharacters = 256 * 1024;

    public async Task<IResult> HandleAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.Headers.Allow = HttpMethods.Post;
            throw new RequestRefusedException(StatusCodes.Status405MethodNotAllowed, "BadArgument", "Only POST is possible here.");
        }

        var caller = await access.AdmitAsync(context);
        var activity = await RequestBody.ReadActivityAsync(context.Request, MaximumCharacters, context.RequestAborted);
        caller?.RequireOwn(activity);
        quota.Take(activity);
        if (activity.Type == ActivityTypes.Invoke)
        {
            return await invokes.AnswerAsync(activity, context.RequestAborted);
        }

        var expectsReplies = activity.DeliveryMode == ConnectorActivities.ExpectReplies;
        if (activities.Read(activity) is not { } accepted)
        {
            return expectsReplies ? Replies([]) : Accepted();
        }

        callers.Note(accepted.Conversation, activity);
        if (expectsReplies)
        {
            var answer = await turns.AnswerAsync(accepted.Conversation, accepted.Origin, accepted.Inbound, context.RequestAborted);
            return Replies(answer.Activities);
        }

        await inbox.OpenAsync(accepted.Conversation, accepted.Origin, context.RequestAborted);
        await inbox.AcceptAsync(accepted.Conversation, accepted.Inbound, context.RequestAborted);
        return Accepted();
    }

    private static IResult Accepted() => Results.StatusCode(StatusCodes.Status202Accepted);

    private static IResult Replies(IReadOnlyList<string> activities) =>
        Results.Text($$"""{"activities":[{{string.Join(',', activities)}}]}""", "application/json", Encoding.UTF8);
}
