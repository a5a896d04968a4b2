using System.Text.Json.Nodes;

namespace SmartFlexBot.Tests.Channels.DirectLine;

/// <summary>What is too much is refused with 429 and when to come back; polls are told that nothing is new.</summary>
public sealed class QuotaTests
{
    private const string Hello = """{"type":"message","text":"hello"}""";

    [Fact]
    public async Task A_conversation_may_send_so_many_messages()
    {
        await using var host = await StartAsync(("Messages", "3"));
        var (conversationId, token) = await host.GenerateAsync();
        var (other, otherToken) = await host.GenerateAsync();

        (await PostAsync(host, conversationId, token, times: 3)).ShouldAllBe(answer => answer.Status == 200);
        var refused = (await PostAsync(host, conversationId, token, times: 1)).Single();
        var uploaded = await host.SendAsync(
            HttpMethod.Post, $"/conversations/{conversationId}/upload", token, "--b--", "multipart/form-data; boundary=b");

        (refused.Status, refused.ErrorCode).ShouldBe((429, "RateLimited"));
        int.Parse(refused.Headers["Retry-After"], null).ShouldBeInRange(1, 60);
        uploaded.Status.ShouldBe(429);
        (await PostAsync(host, other, otherToken, times: 1)).Single().Status.ShouldBe(200);
        host.Conversations.TextsOf(conversationId).Count.ShouldBe(3);
    }

    [Fact]
    public async Task An_account_may_send_so_many_in_all_its_conversations()
    {
        await using var host = await StartAsync(("MessagesOfAccount", "3"));
        var (first, firstToken) = await host.GenerateAsync();
        var (second, secondToken) = await host.GenerateAsync();
        var (stranger, strangersToken) = await host.GenerateAsync("""{"user":{"id":"bob"},"accountNumber":"A-2"}""");

        await PostAsync(host, first, firstToken, times: 3);
        var refused = (await PostAsync(host, second, secondToken, times: 1)).Single();

        (refused.Status, refused.ErrorCode).ShouldBe((429, "RateLimited"));
        refused.Headers.ShouldContainKey("Retry-After");
        (await PostAsync(host, stranger, strangersToken, times: 1)).Single().Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("Kilobytes")]
    [InlineData("KilobytesOfAccount")]
    [InlineData("KilobytesOfAddress")]
    public async Task So_many_kilobytes_may_come(string quota)
    {
        await using var host = await StartAsync((quota, "1024"));
        var (conversationId, token) = await host.GenerateAsync();
        var body = new JsonObject { ["type"] = "message", ["text"] = new string('x', 200 * 1024) }.ToJsonString();

        var answers = await PostAsync(host, conversationId, token, times: 6, body);

        answers.Take(5).ShouldAllBe(answer => answer.Status == 200);
        answers[5].Status.ShouldBe(429);
        answers[5].Headers.ShouldContainKey("Retry-After");
    }

    [Theory]
    [InlineData(10, 20, 0)]
    [InlineData(200 * 1024, 6, 1)]
    public async Task A_body_of_unknown_length_counts_as_long_as_it_was(int characters, int posts, int refused)
    {
        await using var host = await StartAsync(("Kilobytes", "1024"));
        var (conversationId, token) = await host.GenerateAsync();
        var body = new JsonObject { ["type"] = "message", ["text"] = new string('x', characters) }.ToJsonString();

        var statuses = new List<int>();
        for (var post = 0; post < posts; post++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/v3/directline/conversations/{conversationId}/activities")
            {
                Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json"),
                Headers = { TransferEncodingChunked = true, Authorization = new("Bearer", token) },
            };
            statuses.Add((await host.SendAsync(request)).Status);
        }

        statuses.Count(status => status == 429).ShouldBe(refused);
    }

    [Fact]
    public async Task A_poll_is_never_refused()
    {
        await using var host = await StartAsync(("Polls", "60"));
        var (conversationId, token) = await host.GenerateAsync();
        host.Conversations.Reply(conversationId, "hello");

        var polls = new List<Answer>();
        for (var poll = 0; poll < 80; poll++)
        {
            polls.Add(await host.GetAsync($"/conversations/{conversationId}/activities?watermark=0", token));
        }

        polls.ShouldAllBe(answer => answer.Status == 200);
        polls[0].Body!["activities"]!.AsArray().ShouldHaveSingleItem();
        polls[^1].Body!["activities"]!.AsArray().ShouldBeEmpty();
        polls[^1]["watermark"].ShouldBe("0");
    }

    [Fact]
    public async Task All_calls_of_an_address_have_a_limit_and_polls_go_on()
    {
        await using var host = await StartAsync(("CallsOfAddress", "50"));
        var (conversationId, token) = await host.GenerateAsync();

        var nowhere = new List<Answer>();
        for (var call = 0; call < 60; call++)
        {
            nowhere.Add(await host.GetAsync("/nowhere", token));
        }

        var poll = await host.GetAsync($"/conversations/{conversationId}/activities?watermark=7", token);
        nowhere[0].Status.ShouldBe(404);
        nowhere.ShouldContain(answer => answer.Status == 429 && answer.Headers.ContainsKey("Retry-After"));
        poll.Status.ShouldBe(200);
        poll["watermark"].ShouldBe("7");
    }

    [Fact]
    public async Task Who_comes_back_all_the_time_has_to_wait()
    {
        await using var host = await StartAsync(("Connections", "3"));
        var (conversationId, token) = await host.GenerateAsync();
        string? streamUrl = null;
        for (var call = 0; call < 3; call++)
        {
            streamUrl = (await host.GetAsync($"/conversations/{conversationId}", token))["streamUrl"];
        }

        (await host.GetAsync($"/conversations/{conversationId}", token)).Status.ShouldBe(429);
        // Opening sockets is counted by itself.
        using var stream = await StreamClient.OpenAsync(streamUrl!);
    }

    [Fact]
    public async Task Sockets_are_not_opened_without_end()
    {
        await using var host = await StartAsync(("Connections", "2"));
        var (conversationId, token) = await host.GenerateAsync();
        var streamUrl = (await host.PostAsync("/conversations", token))["streamUrl"];

        var refusals = new List<int>();
        for (var call = 0; call < 3; call++)
        {
            using var stream = await StreamClient.TryOpenAsync(streamUrl);
            refusals.Add(stream.RefusedWith);
        }

        refusals.ShouldBe([101, 403, 429]);
    }

    [Fact]
    public async Task Tokens_for_the_suppliers_server_are_limited_by_address_alone()
    {
        await using var host = await StartAsync(("Connections", "2"), ("Messages", "1"));

        for (var call = 0; call < 10; call++)
        {
            await host.GenerateAsync();
            (await host.PostAsync("/conversations", DirectLineHost.Secret)).Status.ShouldBe(201);
        }
    }

    [Fact]
    public async Task A_page_elsewhere_can_read_the_refusal()
    {
        const string page = "https://www.supplier.example";
        await using var host = await DirectLineHost.StartAsync(new Dictionary<string, string?>
        {
            ["DirectLine:TrustedOrigins:0"] = page,
            ["Quotas:Messages"] = "1",
        });
        var (conversationId, token) = await host.GenerateAsync();
        var path = $"/conversations/{conversationId}/activities";
        await host.SendAsync(HttpMethod.Post, path, token, Hello, origin: page);

        var refused = await host.SendAsync(HttpMethod.Post, path, token, Hello, origin: page);

        refused.Status.ShouldBe(429);
        refused.Headers["Access-Control-Allow-Origin"].ShouldBe(page);
        refused.Headers["Access-Control-Expose-Headers"].ShouldContain("Retry-After");
    }

    [Theory]
    [InlineData("Quotas:Messages", "0")]
    [InlineData("Quotas:Kilobytes", "10")]
    [InlineData("Quotas:Polls", "1")]
    [InlineData("Quotas:Pages", "-1")]
    [InlineData("Memory:Sockets", "0")]
    [InlineData("Memory:PageBytes", "12")]
    [InlineData("Memory:BytesOfConversation", "1000")]
    [InlineData("Memory:BytesOfAccount", "100000")]
    [InlineData("Memory:BytesOfHost", "2000000")]
    public async Task A_wrong_limit_stops_the_start_with_a_sentence_that_names_it(string setting, string value) =>
        (await Should.ThrowAsync<Microsoft.Extensions.Options.OptionsValidationException>(
            () => DirectLineHost.StartAsync(new Dictionary<string, string?> { [setting] = value }))).Message.ShouldContain(setting);

    private static Task<DirectLineHost> StartAsync(params (string Name, string Value)[] quotas) =>
        DirectLineHost.StartAsync(quotas.ToDictionary(quota => $"Quotas:{quota.Name}", quota => (string?)quota.Value));

    private static async Task<IReadOnlyList<Answer>> PostAsync(
        DirectLineHost host, string conversationId, string token, int times, string body = Hello)
    {
        var answers = new List<Answer>();
        for (var post = 0; post < times; post++)
        {
            answers.Add(await host.PostAsync($"/conversations/{conversationId}/activities", token, body));
        }

        return answers;
    }
}
