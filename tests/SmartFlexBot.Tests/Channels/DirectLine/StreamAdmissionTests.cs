using System.Net.WebSockets;
using SmartFlexBot.Channels.DirectLine;

namespace SmartFlexBot.Tests.Channels.DirectLine;

public sealed class StreamAdmissionTests
{
    [Fact]
    public async Task The_address_of_a_stream_opens_one_stream()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (_, token) = await host.GenerateAsync();
        var streamUrl = (await host.PostAsync("/conversations", token))["streamUrl"];
        using var first = await StreamClient.OpenAsync(streamUrl);
        using var second = await StreamClient.TryOpenAsync(streamUrl);
        second.RefusedWith.ShouldBe(403);
    }

    [Fact]
    public async Task The_address_of_a_stream_is_good_for_a_minute()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (_, token) = await host.GenerateAsync();
        var early = (await host.PostAsync("/conversations", token))["streamUrl"];
        var late = (await host.PostAsync("/conversations", token))["streamUrl"];
        host.Time.Advance(TimeSpan.FromSeconds(59));
        using var first = await StreamClient.OpenAsync(early);
        host.Time.Advance(TimeSpan.FromSeconds(1));
        using var second = await StreamClient.TryOpenAsync(late);
        second.RefusedWith.ShouldBe(403);
    }

    [Fact]
    public async Task Neither_an_api_token_nor_another_conversations_opens_a_stream()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (mine, token) = await host.GenerateAsync();
        var (other, _) = await host.GenerateAsync();
        var streamUrl = (await host.PostAsync("/conversations", token))["streamUrl"];

        using var api = await StreamClient.TryOpenAsync(streamUrl[..streamUrl.IndexOf("&t=", StringComparison.Ordinal)] + "&t=" + token);
        using var foreign = await StreamClient.TryOpenAsync(streamUrl.Replace(mine, other));
        using var none = await StreamClient.TryOpenAsync(streamUrl[..streamUrl.IndexOf("&t=", StringComparison.Ordinal)]);

        api.RefusedWith.ShouldBe(403);
        foreign.RefusedWith.ShouldBe(403);
        none.RefusedWith.ShouldBe(401);
    }

    [Fact]
    public async Task The_token_of_a_stream_is_good_for_nothing_else()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, token) = await host.GenerateAsync();
        var streamUrl = (await host.PostAsync("/conversations", token))["streamUrl"];
        var streamToken = streamUrl[(streamUrl.IndexOf("&t=", StringComparison.Ordinal) + 3)..];
        (await host.GetAsync($"/conversations/{conversationId}/activities", streamToken)).Status.ShouldBe(403);
        (await host.PostAsync("/tokens/refresh", streamToken)).Status.ShouldBe(403);
    }

    [Fact]
    public async Task A_plain_request_is_told_that_a_web_socket_is_wanted()
    {
        await using var host = await DirectLineHost.StartAsync();
        var answer = await host.GetAsync("/conversations/x/stream?t=abc", null);
        answer.Status.ShouldBe(400);
        answer.ErrorMessage!.ShouldContain("WebSocket");
    }

    [Fact]
    public async Task A_stream_is_closed_normally_when_the_server_stops()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (_, token) = await host.GenerateAsync();
        using var stream = await StreamClient.OpenAsync((await host.PostAsync("/conversations", token))["streamUrl"]);

        var stopping = host.StopAsync();
        (await stream.FrameAsync()).ShouldBeNull();
        await stream.CloseAsync();

        stream.ClosedWith.ShouldBe(WebSocketCloseStatus.NormalClosure);
        await stopping;
    }

    [Fact]
    public async Task A_stream_is_closed_when_its_conversation_is_erased()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, token) = await host.GenerateAsync();
        using var stream = await StreamClient.OpenAsync((await host.PostAsync("/conversations", token))["streamUrl"]);
        await host.Time.WaitsAsync(StreamConnection.KeepAliveInterval, 1, TestContext.Current.CancellationToken);

        host.Conversations.Erase(conversationId);
        host.Time.Advance(StreamConnection.KeepAliveInterval);

        (await stream.FrameAsync()).ShouldBe("");
        (await stream.FrameAsync()).ShouldBeNull();
        stream.ClosedWith.ShouldBe(WebSocketCloseStatus.NormalClosure);
    }

    [Fact]
    public async Task A_stream_ends_when_its_session_cannot_be_renewed_any_more()
    {
        await using var host = await DirectLineHost.StartAsync(new Dictionary<string, string?>
        {
            ["DirectLine:TokenLifetime"] = "00:10:00",
            ["DirectLine:MaximumTokenAge"] = "00:20:00",
        });
        var (_, token) = await host.GenerateAsync();
        using var stream = await StreamClient.OpenAsync((await host.PostAsync("/conversations", token))["streamUrl"]);
        await host.Time.WaitsAsync(TimeSpan.FromMinutes(20), 1, TestContext.Current.CancellationToken);

        host.Time.Advance(TimeSpan.FromMinutes(20));

        string? frame;
        while ((frame = await stream.FrameAsync()) is not null)
        {
            frame.ShouldBe("", "keep-alives may come before the end");
        }

        stream.ClosedWith.ShouldBe(WebSocketCloseStatus.NormalClosure);
    }
}
