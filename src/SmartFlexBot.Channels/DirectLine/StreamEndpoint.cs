using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.Hosting;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Channels.DirectLine.Reading;
using SmartFlexBot.Channels.Http;

namespace SmartFlexBot.Channels.DirectLine;

/// <summary>The WebSocket that follows the log.</summary>
internal sealed class StreamEndpoint(
    DirectLineAuthentication authentication, DirectLineTokens tokens, UsedStreamTokens used, DirectLineStreams streams,
    StreamConnection.Services services, ErrorFilter errors, IHostApplicationLifetime lifetime)
{
    public async Task OpenAsync(HttpContext context)
    {
        var conversationId = (string)context.Request.RouteValues["conversationId"]!;
        DirectLineToken token;
        ConversationOrigin origin;
        WebSocket accepted;
        try
        {
            (token, origin) = await AdmitAsync(context, conversationId);
            accepted = await AcceptAsync(context);
        }
        catch (Exception exception) when (!context.RequestAborted.IsCancellationRequested)
        {
            await errors.Answer(context, exception).ExecuteAsync(context);
            return;
        }

        var key = DirectLineChannel.Key(conversationId);
        using var webSocket = accepted;
        using var socket = new StreamSocket(webSocket, services.Time);
        var connection = new StreamConnection(socket, ClientPlace.Of(context, key, origin), services);
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

    private async Task<(DirectLineToken Token, ConversationOrigin Origin)> AdmitAsync(HttpContext context, string conversationId)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            throw RequestRefusedException.BadRequest("This address is for a WebSocket.");
        }

        var token = await authentication.RequireStreamTokenAsync(context.Request, conversationId);
        var origin = await services.Log.FindOriginAsync(DirectLineChannel.Key(conversationId), context.RequestAborted)
            ?? throw new ConversationNotFoundException();
        used.Use(token);
        return (token, origin);
    }

    private static async Task<WebSocket> AcceptAsync(HttpContext context)
    {
        // How long a client may take is ours to say: it is told before it is cut off.
        context.Features.Get<IHttpMinResponseDataRateFeature>()?.MinDataRate = null;
        try
        {
            return await context.WebSockets.AcceptWebSocketAsync();
        }
        catch (InvalidOperationException) when (!context.Response.HasStarted)
        {
            throw RequestRefusedException.NoMoreSockets();
        }
    }

    // A socket must not outlive what its token could be renewed to.
    private CancellationTokenSource EndOf(DirectLineToken token)
    {
        var left = tokens.EndOfSession(token) - services.Time.GetUtcNow();
        return new(left > TimeSpan.Zero ? left : TimeSpan.Zero, services.Time);
    }
}
