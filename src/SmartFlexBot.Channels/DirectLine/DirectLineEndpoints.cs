using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.Channels.Http;

namespace SmartFlexBot.Channels.DirectLine;

/// <summary>Maps our Direct Line 3.0 server (bot protocol D1).</summary>
public static class DirectLineEndpoints
{
    public const string Path = "/v3/directline";

    private static readonly string[] WebSocketMethods = [HttpMethods.Get, HttpMethods.Connect];

    // Pings find out in a minute that a client has gone without a word; a send would notice after a quarter of an hour.
    private static readonly WebSocketOptions PingDeadClients =
        new() { KeepAliveInterval = TimeSpan.FromSeconds(30), KeepAliveTimeout = TimeSpan.FromSeconds(30) };

    public static IEndpointRouteBuilder MapDirectLine(this IEndpointRouteBuilder endpoints)
    {
        var quotas = endpoints.ServiceProvider.GetRequiredService<DirectLineQuotas>();
        var group = endpoints.MapGroup(Path).AllowAnonymous().WithMetadata(quotas.Refusal).RequireRateLimiting(quotas.Others);
        group.AddEndpointFilter(endpoints.ServiceProvider.GetRequiredService<DirectLineCors>());
        group.AddEndpointFilter(endpoints.ServiceProvider.GetRequiredService<ErrorFilter>());
        MapTokens(group, quotas);
        MapConversations(group, quotas);
        MapActivities(group, quotas);
        foreach (var (pattern, methods) in Allowed)
        {
            MapOtherMethods(group, pattern, methods);
        }

        group.Map("/{**rest}", IResult () => throw new RequestRefusedException(
            StatusCodes.Status404NotFound, "NotFound", "Direct Line has no such address."));

        // Its own little pipeline, so that the host need not know that WebSockets are in use. HTTP/2 opens them with CONNECT.
        var stream = endpoints.CreateApplicationBuilder().UseWebSockets(PingDeadClients);
        stream.Run(context => context.RequestServices.GetRequiredService<StreamEndpoint>().OpenAsync(context));
        endpoints.MapMethods($"{Path}/conversations/{{conversationId}}/stream", WebSocketMethods, stream.Build())
            .AllowAnonymous().WithMetadata(quotas.Refusal).RequireRateLimiting(quotas.Streams);
        return endpoints;
    }

    private static void MapTokens(RouteGroupBuilder group, DirectLineQuotas quotas)
    {
        group.MapPost("/tokens/generate", (HttpContext context, TokenEndpoints tokens) => tokens.GenerateAsync(context))
            .RequireRateLimiting(quotas.Server);
        group.MapPost("/tokens/refresh", (HttpContext context, TokenEndpoints tokens) => tokens.RefreshAsync(context))
            .RequireRateLimiting(quotas.Connections);
        group.MapGet("/session/getsessionid", (HttpContext context, SessionEndpoint session) => session.GetAsync(context))
            .RequireRateLimiting(quotas.Connections);
    }

    private static void MapConversations(RouteGroupBuilder group, DirectLineQuotas quotas)
    {
        group.MapPost("/conversations", (HttpContext context, ConversationEndpoints conversations) => conversations.StartAsync(context))
            .RequireRateLimiting(quotas.Connections);
        group.MapGet(
            "/conversations/{conversationId}", (HttpContext context, string conversationId, ConversationEndpoints conversations) =>
            conversations.ReconnectAsync(context, conversationId))
            .RequireRateLimiting(quotas.Connections);
    }

    private static void MapActivities(RouteGroupBuilder group, DirectLineQuotas quotas)
    {
        group.MapGet(
            "/conversations/{conversationId}/activities", (HttpContext context, string conversationId, ActivityEndpoints activities) =>
            activities.PollAsync(context, conversationId))
            .WithMetadata(quotas.NothingNew).RequireRateLimiting(quotas.Polls);
        group.MapPost(
            "/conversations/{conversationId}/activities", (HttpContext context, string conversationId, ActivityEndpoints activities) =>
            activities.PostAsync(context, conversationId))
            .RequireRateLimiting(quotas.Messages);
        group.MapPost("/conversations/{conversationId}/upload", (HttpContext context, string conversationId, UploadEndpoint upload) =>
            upload.PostAsync(context, conversationId))
            .RequireRateLimiting(quotas.Messages);
    }

    private static readonly (string Pattern, string Methods)[] Allowed =
    [
        ("/tokens/generate", "POST"),
        ("/tokens/refresh", "POST"),
        ("/conversations", "POST"),
        ("/conversations/{conversationId}", "GET"),
        ("/conversations/{conversationId}/activities", "GET, POST"),
        ("/conversations/{conversationId}/upload", "POST"),
        ("/conversations/{conversationId}/stream", "GET"),
        ("/session/getsessionid", "GET"),
    ];

    /// <summary>Preflights are answered by the CORS filter's headers alone; other methods are told which ones there are.</summary>
    private static void MapOtherMethods(RouteGroupBuilder group, string pattern, string methods)
    {
        group.MapMethods(pattern, [HttpMethods.Options], () => Results.NoContent());
        group.Map(pattern, IResult (HttpContext context) =>
        {
            context.Response.Headers.Allow = methods;
            throw new RequestRefusedException(StatusCodes.Status405MethodNotAllowed, "BadArgument", $"Only {methods} is possible here.");
        });
    }
}
