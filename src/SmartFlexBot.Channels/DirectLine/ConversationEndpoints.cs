using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Channels.Http;

namespace SmartFlexBot.Channels.DirectLine;

/// <summary>Starting a conversation and coming back to it.</summary>
internal sealed class ConversationEndpoints(
    DirectLineAuthentication authentication, DirectLineSessions sessions, DirectLineTokens tokens, InboundActivities inbound,
    IConversationInbox inbox, IConversationLog log)
{
    private const int MaximumBodyCharacters = 16 * 1024;

    public async Task<IResult> StartAsync(HttpContext context)
    {
        var token = authentication.ShowsSecret(context.Request) ? null : await authentication.RequireTokenAsync(context.Request);
        if (token is not null)
        {
            authentication.CheckOrigin(context.Request, token);
        }

        var body = await RequestBody.ReadAsync(
            context.Request, DirectLineJson.Default.StartRequest, MaximumBodyCharacters, context.RequestAborted);
        var locale = TokenEndpoints.LocaleOf(body?.Locale);
        if (token is null)
        {
            var session = await sessions.IssueAsync(TokenEndpoints.ReadUser(body?.User), null, null, locale, context.RequestAborted);
            token = await tokens.ReadAsync(session.Token, DirectLineTokens.ApiAudience);
        }

        var isNew = await GreetOnceAsync(token, locale, context.RequestAborted);
        return Answer(context, token, watermark: 0, isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    public async Task<IResult> ReconnectAsync(HttpContext context, string conversationId)
    {
        var token = await authentication.RequireTokenAsync(context.Request, conversationId);
        // A page that passes its conversation id begins with this call, for a conversation that was never started too.
        await GreetOnceAsync(token, locale: null, context.RequestAborted);
        return Answer(context, token, Watermark.Read(context.Request), StatusCodes.Status200OK);
    }

    /// <summary>Tells the bot that the customer is there, if nothing was said yet.</summary>
    /// <returns>True the first time.</returns>
    private async Task<bool> GreetOnceAsync(DirectLineToken token, string? locale, CancellationToken cancellationToken)
    {
        var key = DirectLineChannel.Key(token.ConversationId);
        var origin = await log.FindOriginAsync(key, cancellationToken) ?? throw new ConversationNotFoundException();
        // The log is asked first, for it is kept longer than what the inbox remembers of keys.
        if ((await log.ReadAsync(key, 0, new(Entries: 1, Bytes: 0), cancellationToken)).Count > 0)
        {
            return false;
        }

        var start = inbound.Start(token, origin.UserName, locale ?? origin.Locale);
        return !(await inbox.AcceptAsync(key, start, cancellationToken)).Duplicate;
    }

    private IResult Answer(HttpContext context, DirectLineToken token, long watermark, int status)
    {
        var (renewed, expiresIn) = tokens.Renew(token);
        var query = new QueryBuilder
        {
            { "watermark", Watermark.Write(watermark) },
            { "t", tokens.IssueForStream(token) },
        };
        var streamUrl = UriHelper.BuildAbsolute(
            context.Request.IsHttps ? "wss" : "ws", context.Request.Host, context.Request.PathBase,
            $"{DirectLineEndpoints.Path}/conversations/{token.ConversationId}/stream", query.ToQueryString());
        return Results.Json(
            new(token.ConversationId, renewed, expiresIn, streamUrl), DirectLineJson.Default.ConversationBody, statusCode: status);
    }
}
