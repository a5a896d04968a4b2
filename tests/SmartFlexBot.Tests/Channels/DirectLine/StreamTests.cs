using System.Net.WebSockets;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Channels.DirectLine;

namespace SmartFlexBot.Tests.Channels.DirectLine;

public sealed class StreamTests
{
    [Fact]
    public async Task The_customers_own_message_and_then_the_reply_arrive_in_order_with_a_watermark()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, token) = await host.GenerateAsync();
        using var stream = await StreamClient.OpenAsync((await host.PostAsync("/conversations", token))["streamUrl"]);

        var posted = await host.PostAsync(
            $"/conversations/{conversationId}/activities", token,
            """{"type":"message","text":"hi","channelData":{"clientActivityID":"c1"}}""");
        var echo = await stream.SetAsync();
        host.Conversations.Reply(conversationId, "Hello Ada", posted["id"]);
        var reply = await stream.SetAsync();

        echo["activities"]![0]!["id"]!.ToString().ShouldBe(posted["id"]);
        echo["activities"]![0]!["channelData"]!["clientActivityID"]!.ToString().ShouldBe("c1");
        echo["watermark"]!.GetValue<string>().ShouldBe("1");
        reply["activities"]![0]!["replyToId"]!.ToString().ShouldBe(posted["id"]);
        reply["activities"]![0]!["from"]!["role"]!.ToString().ShouldBe("bot");
        reply["watermark"]!.GetValue<string>().ShouldBe("2");
    }

    [Fact]
    public async Task Everything_after_the_watermark_is_replayed_before_what_is_new()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, token) = await host.GenerateAsync();
        for (var number = 1; number <= 120; number++)
        {
            host.Conversations.Reply(conversationId, $"{number}");
        }

        var back = await host.GetAsync($"/conversations/{conversationId}?watermark=10", token);
        using var stream = await StreamClient.OpenAsync(back["streamUrl"]);
        var replayed = await stream.TextsAsync(110);
        host.Conversations.Reply(conversationId, "121");

        replayed.ShouldBe(Enumerable.Range(11, 110).Select(number => $"{number}"));
        (await stream.TextsAsync(1)).ShouldBe(["121"]);
    }

    [Fact]
    public async Task One_socket_alone_sees_the_bot_typing()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, token) = await host.GenerateAsync();
        using var stream = await StreamClient.OpenAsync((await host.PostAsync("/conversations", token))["streamUrl"]);
        host.Conversations.Reply(conversationId, "one moment");
        await stream.SetAsync();

        await host.Services.GetRequiredService<ITypingNotifier>().NotifyAsync(
            new(DirectLineChannel.Id, conversationId), TestContext.Current.CancellationToken);

        (await stream.SetAsync())["activities"]!.AsArray().ShouldHaveSingleItem()!["type"]!.ToString().ShouldBe("typing");
    }

    [Fact]
    public async Task A_socket_that_is_cut_loses_nothing_and_gets_nothing_twice()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, token) = await host.GenerateAsync();
        using var first = await StreamClient.OpenAsync((await host.PostAsync("/conversations", token))["streamUrl"]);
        host.Conversations.Reply(conversationId, "before");
        var watermark = (await first.SetAsync())["watermark"]!.ToString();

        host.Requests.CutStreams(conversationId).ShouldBe(1);
        await Should.ThrowAsync<WebSocketException>(first.FrameAsync);
        host.Conversations.Reply(conversationId, "meanwhile");
        using var second = await StreamClient.OpenAsync(
            (await host.GetAsync($"/conversations/{conversationId}?watermark={watermark}", token))["streamUrl"]);
        host.Conversations.Reply(conversationId, "after");

        (await second.TextsAsync(2)).ShouldBe(["meanwhile", "after"]);
    }

    [Fact]
    public async Task Several_sockets_follow_one_conversation_and_see_the_bot_typing_without_a_watermark()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, token) = await host.GenerateAsync();
        var (other, otherToken) = await host.GenerateAsync();
        using var one = await StreamClient.OpenAsync((await host.PostAsync("/conversations", token))["streamUrl"]);
        using var two = await StreamClient.OpenAsync((await host.PostAsync("/conversations", token))["streamUrl"]);
        using var three = await StreamClient.OpenAsync((await host.PostAsync("/conversations", otherToken))["streamUrl"]);
        host.Conversations.Reply(conversationId, "both");
        await one.TextsAsync(1);
        await two.TextsAsync(1);

        await host.Services.GetRequiredService<ITypingNotifier>().NotifyAsync(
            new("directline", conversationId), TestContext.Current.CancellationToken);

        foreach (var stream in new[] { one, two })
        {
            var set = await stream.SetAsync();
            set["activities"]!.AsArray().ShouldHaveSingleItem()!["type"]!.ToString().ShouldBe("typing");
            set["activities"]![0]!["from"]!["role"]!.ToString().ShouldBe("bot");
            set["watermark"].ShouldBeNull();
        }

        host.Conversations.Reply(other, "only this");
        (await three.TextsAsync(1)).ShouldBe(["only this"]);
    }

    [Fact]
    public async Task What_a_client_sends_over_the_socket_is_ignored()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, token) = await host.GenerateAsync();
        using var stream = await StreamClient.OpenAsync((await host.PostAsync("/conversations", token))["streamUrl"]);
        await stream.SendAsync("");
        await stream.SendAsync("""{"type":"message","text":"not this way"}""");
        await stream.SendAsync(new string('x', 100_000));
        host.Conversations.Reply(conversationId, "still here");
        (await stream.TextsAsync(1)).ShouldBe(["still here"]);
        host.Conversations.InboxOf(conversationId).Count.ShouldBe(1, "the start alone");
    }

    [Fact]
    public async Task An_idle_stream_is_kept_alive_with_empty_frames()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (_, token) = await host.GenerateAsync();
        using var stream = await StreamClient.OpenAsync((await host.PostAsync("/conversations", token))["streamUrl"]);
        for (var frames = 1; frames <= 3; frames++)
        {
            await host.Time.WaitsAsync(StreamConnection.KeepAliveInterval, frames, TestContext.Current.CancellationToken);
            host.Time.Advance(StreamConnection.KeepAliveInterval);
            (await stream.FrameAsync()).ShouldBe("");
        }
    }

    [Fact]
    public async Task A_stream_lives_through_a_store_that_is_down()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, token) = await host.GenerateAsync();
        using var stream = await StreamClient.OpenAsync((await host.PostAsync("/conversations", token))["streamUrl"]);
        host.Conversations.Reply(conversationId, "one");
        await stream.TextsAsync(1);

        host.Conversations.Down = true;
        host.Conversations.Reply(conversationId, "two");
        await host.Time.WaitsAsync(TimeSpan.FromSeconds(2), 1, TestContext.Current.CancellationToken);
        host.Conversations.Down = false;
        host.Time.Advance(TimeSpan.FromSeconds(2));

        (await stream.TextsAsync(1)).ShouldBe(["two"]);
    }
}
