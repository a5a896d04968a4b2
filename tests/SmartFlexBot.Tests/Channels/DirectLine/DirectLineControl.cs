using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace SmartFlexBot.Tests.Channels.DirectLine;

/// <summary>What a test client in another process can do to the server.</summary>
internal static class DirectLineControl
{
    public static void Map(IEndpointRouteBuilder endpoints, RunningRequests requests)
    {
        var conversations = endpoints.ServiceProvider.GetRequiredService<InMemoryConversations>();
        var time = endpoints.ServiceProvider.GetRequiredService<ObservedTime>();
        var restart = endpoints.ServiceProvider.GetRequiredService<RestartRequest>();
        endpoints.MapPost("/test/restart", () => { restart.Asked.TrySetResult(); });
        endpoints.MapPost(
            "/test/reply", (string conversation, string text, string? replyTo) => conversations.Reply(conversation, text, replyTo));
        endpoints.MapPost("/test/erase", (string conversation) => conversations.Erase(conversation));
        endpoints.MapPost("/test/down", (bool down) => { conversations.Down = down; });
        endpoints.MapPost("/test/advance", (int minutes) => time.Advance(TimeSpan.FromMinutes(minutes)));
        endpoints.MapPost("/test/cut", (string conversation) => requests.CutStreams(conversation));
        endpoints.MapPost("/test/polls", (int count, CancellationToken cancellationToken) => requests.PollsAsync(count, cancellationToken));
        endpoints.MapPost("/test/texts", (string conversation) => string.Join('|', conversations.TextsOf(conversation)));
        endpoints.MapPost("/test/inbox", (string conversation) => conversations.InboxOf(conversation).Count);
    }
}

internal sealed class RestartRequest
{
    public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
