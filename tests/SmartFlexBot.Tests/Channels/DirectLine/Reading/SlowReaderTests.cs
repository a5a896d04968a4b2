using System.Net.WebSockets;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.Channels.DirectLine;
using SmartFlexBot.Channels.DirectLine.Reading;

namespace SmartFlexBot.Tests.Channels.DirectLine.Reading;

public sealed class SlowReaderTests
{
    private const int Replies = 100;

    private static readonly string Long = new('x', 50_000);

    [Fact]
    public async Task Sockets_that_read_nothing_hold_no_more_than_the_limit_says()
    {
        const int limit = 256 * 1024;
        await using var host = await DirectLineHost.StartAsync(new Dictionary<string, string?>
        {
            ["Memory:Sockets"] = "200",
            ["Memory:BytesOfConversation"] = $"{limit}",
        });
        var (conversationId, token) = await host.GenerateAsync();
        var sockets = new List<StreamClient>();
        for (var socket = 0; socket < 50; socket++)
        {
            sockets.Add(await StreamClient.OpenAsync((await host.PostAsync("/conversations", token))["streamUrl"]));
        }

        var memory = host.Services.GetRequiredService<ClientBytes>();
        var most = 0;
        for (var number = 1; number <= Replies; number++)
        {
            host.Conversations.Reply(conversationId, $"{number} {Long}");
            most = Math.Max(most, memory.Held);
        }

        // Somebody waits for room: it is full.
        await host.Time.WaitsAsync(StreamConnection.RoomPause, 1, TestContext.Current.CancellationToken);

        Math.Max(most, memory.Held).ShouldBeInRange(limit - 2 * Long.Length, limit);
        host.Services.GetRequiredService<SharedPages>().Count.ShouldBeLessThan(50, "they are shared");
        sockets.ForEach(socket => socket.Dispose());
    }

    [Fact]
    public async Task One_socket_more_than_allowed_takes_the_place_of_the_oldest()
    {
        await using var host = await DirectLineHost.StartAsync(new Dictionary<string, string?> { ["Memory:Sockets"] = "2" });
        var (conversationId, token) = await host.GenerateAsync();
        var refreshed = (await host.PostAsync("/tokens/refresh", token))["token"];
        using var first = await StreamClient.OpenAsync((await host.PostAsync("/conversations", token))["streamUrl"]);
        using var second = await StreamClient.OpenAsync((await host.PostAsync("/conversations", token))["streamUrl"]);
        using var third = await StreamClient.OpenAsync((await host.PostAsync("/conversations", refreshed))["streamUrl"]);
        host.Conversations.Reply(conversationId, "still here");

        string? frame;
        do
        {
            frame = await first.FrameAsync();
        }
        while (frame is not null);

        (first.ClosedWith, first.Reason).ShouldBe((WebSocketCloseStatus.PolicyViolation, DirectLineStreams.TooMany));
        (await second.TextsAsync(1)).ShouldBe(["still here"]);
        (await third.TextsAsync(1)).ShouldBe(["still here"]);
    }
}
