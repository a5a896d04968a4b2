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
    public async Task Who_does_not_read_is_told_why_it_ends_and_comes_back_by_watermark()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, token) = await host.GenerateAsync();
        using var slow = await StreamClient.OpenAsync((await host.PostAsync("/conversations", token))["streamUrl"]);
        SayMuch(host, conversationId);

        // A wait that the client's own buffers still ended is not the one that it never ends.
        var memory = host.Services.GetRequiredService<ClientBytes>();
        for (var waits = 1; memory.Held > 0; waits++)
        {
            await host.Time.WaitsAsync(ReaderPatience.Limit, waits, TestContext.Current.CancellationToken);
            host.Time.Advance(ReaderPatience.Limit);
        }

        var (texts, watermark) = await ReadToTheEndAsync(slow);
        using var back = await StreamClient.OpenAsync(
            (await host.GetAsync($"/conversations/{conversationId}?watermark={watermark}", token))["streamUrl"]);
        texts.AddRange(await back.TextsAsync(Replies - texts.Count));

        (slow.ClosedWith, slow.Reason).ShouldBe((WebSocketCloseStatus.PolicyViolation, ReaderPatience.TooSlow));
        texts.Select(text => text.Split(' ')[0]).ShouldBe(Enumerable.Range(1, Replies).Select(number => $"{number}"));
    }

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

    private static void SayMuch(DirectLineHost host, string conversationId)
    {
        for (var number = 1; number <= Replies; number++)
        {
            host.Conversations.Reply(conversationId, $"{number} {Long}");
        }
    }

    /// <summary>Whole frames until the server closes, and the watermark of the last.</summary>
    private static async Task<(List<string> Texts, string Watermark)> ReadToTheEndAsync(StreamClient stream)
    {
        var (texts, watermark) = (new List<string>(), "0");
        while (await stream.FrameAsync() is { } frame)
        {
            var set = System.Text.Json.Nodes.JsonNode.Parse(frame)!;
            texts.AddRange(set["activities"]!.AsArray().Select(activity => activity!["text"]!.ToString()));
            watermark = set["watermark"]!.ToString();
        }

        return (texts, watermark);
    }
}
