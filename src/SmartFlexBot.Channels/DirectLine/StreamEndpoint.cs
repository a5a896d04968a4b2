using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Channels.Http;

namespace SmartFlexBot.Channels.DirectLine;

/// <summary>The WebSocket that follows the log.</summary>
internal sealed class StreamEndpoint(
    DirectLineAuthentication authentication, DirectLineTokens tokens, UsedStreamTokens used, DirectLineStreams streams,
    IConversationLog log, ErrorFilter errors, IHostApplicationLifetime lifetime, TimeProvider time,
    ILogger<StreamConnection> logger)
{
    public async Task OpenAsync(HttpContext context)
    {
        var conversationId = (string)context.Request.RouteValues["conversationId"]!;
        DirectLineToken token;
        try
        {
            token = await AdmitAsync(context, conversationId);
        }
        catch (Exception exception) when (!context.RequestAborted.IsCancellationRequested)
        {
            await errors.Answer(context, exception).ExecuteAsync(context);
            return;
        }

        var key = DirectLineChannel.Key(conversationId);
        using var webSocket = await context.WebSockets.AcceptWebSocketAsync();
        using var socket = new StreamSocket(webSocket, time);
        var connection = new StreamConnection(socket, key, log, time, logger);
        using var end = EndOf(token);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(end.Token, lifetime.ApplicationStopping);
        streams.Add(key, socket);
        try
        {
            await connection.RunAsync(Watermark.Read(context.Request), stopping.Token);
        }
        finally
        {
            streams.Remove(key, socket);
        }
    }

    private async Task<DirectLineToken> AdmitAsync(HttpContext context, string conversationId)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            throw RequestRefusedException.BadRequest("This address is for a WebSocket.");
        }

        var token = await authentication.RequireStreamTokenAsync(context.Request, conversationId);
        _ = await log.FindOriginAsync(DirectLineChannel.Key(conversationId), context.RequestAborted)
            ?? throw new ConversationNotFoundException();
        used.Use(token);
        return token;
    }

    // A socket must not outlive what its token could be renewed to.
    private CancellationTokenSource EndOf(DirectLineToken token)
    {
        var left = tokens.EndOfSession(token) - time.GetUtcNow();
        return new(left > TimeSpan.Zero ? left : TimeSpan.Zero, time);
    }
}
