using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Channels.DirectLine.Reading;

namespace SmartFlexBot.Tests.Channels.DirectLine.Reading;

/// <summary>What comes at once has a size in bytes, over a socket and to a poll; the watermark says where to go on.</summary>
public sealed class PageTests
{
    private const int PageBytes = 64 * 1024;
    private const int Around = 128;

    private static readonly string[] Said = [.. Enumerable.Range(1, 60).Select(number => $"{number} {new string('é', 5_000)}")];

    [Fact]
    public async Task A_poll_gets_a_page_and_the_next_one_what_comes_after()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, token) = await host.GenerateAsync();
        SayAll(host, conversationId);

        var (texts, watermark, polls) = (new List<string>(), "", 0);
        while (texts.Count < Said.Length)
        {
            var answer = await host.GetAsync($"/conversations/{conversationId}/activities?watermark={watermark}", token);
            Encoding.UTF8.GetByteCount(answer.Body!.ToJsonString(Unescaped)).ShouldBeLessThan(PageBytes + Around);
            texts.AddRange(answer.Body["activities"]!.AsArray().Select(activity => activity!["text"]!.ToString()));
            watermark = answer["watermark"];
            polls++;
        }

        texts.ShouldBe(Said);
        polls.ShouldBeGreaterThan(8);
    }

    [Fact]
    public async Task A_socket_gets_frames_of_that_size()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, token) = await host.GenerateAsync();
        SayAll(host, conversationId);
        using var stream = await StreamClient.OpenAsync((await host.PostAsync("/conversations", token))["streamUrl"]);

        var texts = new List<string>();
        while (texts.Count < Said.Length)
        {
            var frame = await stream.FrameAsync();
            Encoding.UTF8.GetByteCount(frame!).ShouldBeLessThan(PageBytes + Around);
            texts.AddRange(JsonNode.Parse(frame!)!["activities"]!.AsArray().Select(activity => activity!["text"]!.ToString()));
        }

        texts.ShouldBe(Said);
    }

    [Fact]
    public async Task What_is_longer_than_a_page_comes_alone()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, token) = await host.GenerateAsync();
        var texts = new[] { "before", new string('x', 3 * PageBytes), "after" };
        foreach (var text in texts)
        {
            host.Conversations.Reply(conversationId, text);
        }

        using var stream = await StreamClient.OpenAsync((await host.PostAsync("/conversations", token))["streamUrl"]);

        foreach (var text in texts)
        {
            (await stream.SetAsync())["activities"]!.AsArray().ShouldHaveSingleItem()!["text"]!.ToString().ShouldBe(text);
        }
    }

    [Fact]
    public async Task Those_at_the_same_place_share_one_page()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, _) = await host.GenerateAsync();
        host.Conversations.Reply(conversationId, "once for all");
        var pages = host.Services.GetRequiredService<SharedPages>();
        var key = new ConversationKey("directline", conversationId);
        var reads = host.Conversations.Reads;

        using (var first = await pages.TakeAsync(key, 0, TestContext.Current.CancellationToken))
        using (var second = await pages.TakeAsync(key, 0, TestContext.Current.CancellationToken))
        {
            second.Bytes.Equals(first.Bytes).ShouldBeTrue("the same memory, not the same content");
            host.Conversations.Reads.ShouldBe(reads + 1);
        }

        pages.Count.ShouldBe(0, "nothing is kept that nobody reads");
    }

    [Fact]
    public async Task Where_nothing_was_new_is_looked_at_again()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, _) = await host.GenerateAsync();
        var pages = host.Services.GetRequiredService<SharedPages>();
        var key = new ConversationKey("directline", conversationId);

        using var before = await pages.TakeAsync(key, 0, TestContext.Current.CancellationToken);
        using var meanwhile = await pages.TakeAsync(key, 0, TestContext.Current.CancellationToken);
        meanwhile.Dispose();
        host.Conversations.Reply(conversationId, "new");
        using var after = await pages.TakeAsync(key, 0, TestContext.Current.CancellationToken);

        before.IsEmpty.ShouldBeTrue();
        after.IsEmpty.ShouldBeFalse();
    }

    [Fact]
    public async Task A_poll_finds_nothing_new_while_too_much_is_unread()
    {
        await using var host = await DirectLineHost.StartAsync(
            new Dictionary<string, string?> { ["Memory:BytesOfConversation"] = "65536" });
        var (conversationId, token) = await host.GenerateAsync();
        host.Conversations.Reply(conversationId, "hello");
        var memory = host.Services.GetRequiredService<ClientBytes>();

        var slow = memory.TryHold(new(new("directline", conversationId), "A-1", "10.0.0.1"), _ => { });
        var crowded = await host.GetAsync($"/conversations/{conversationId}/activities?watermark=0", token);
        slow!.Dispose();
        var calm = await host.GetAsync($"/conversations/{conversationId}/activities?watermark=0", token);

        (crowded.Status, crowded["watermark"]).ShouldBe((200, "0"));
        crowded.Body!["activities"]!.AsArray().ShouldBeEmpty();
        calm.Body!["activities"]!.AsArray().ShouldHaveSingleItem();
        memory.Held.ShouldBe(0);
    }

    [Fact]
    public async Task A_post_finds_no_room_either()
    {
        await using var host = await DirectLineHost.StartAsync(
            new Dictionary<string, string?> { ["Memory:BytesOfConversation"] = "65536" });
        var (conversationId, token) = await host.GenerateAsync();
        var memory = host.Services.GetRequiredService<ClientBytes>();
        var path = $"/conversations/{conversationId}/activities";

        var slow = memory.TryHold(new(new("directline", conversationId), "A-1", "10.0.0.1"), _ => { });
        var crowded = await host.PostAsync(path, token, """{"type":"message","text":"hello"}""");
        slow!.Dispose();
        var calm = await host.PostAsync(path, token, """{"type":"message","text":"hello"}""");

        (crowded.Status, crowded.ErrorCode, crowded.Headers["Retry-After"]).ShouldBe((429, "RateLimited", "1"));
        calm.Status.ShouldBe(200);
        memory.Held.ShouldBe(0);
    }

    private static readonly System.Text.Json.JsonSerializerOptions Unescaped = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static void SayAll(DirectLineHost host, string conversationId)
    {
        foreach (var text in Said)
        {
            host.Conversations.Reply(conversationId, text);
        }
    }
}
