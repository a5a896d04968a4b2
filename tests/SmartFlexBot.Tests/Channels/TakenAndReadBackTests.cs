using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Tests.Probe;

namespace SmartFlexBot.Tests.Channels;

/// <summary>Whatever an endpoint takes in can be read back by everybody who reads the conversation, however deep it is.</summary>
public sealed class TakenAndReadBackTests
{
    // Around each limit there is, on either side.
    private static readonly int[] Depths = [1, 2, 16, 29, 30, 31, 32, 33, 34, 58, 59, 60, 61, 62, 63, 64, 65, 100];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Where deep data may stand, each with so many levels of its own around it.</summary>
    public static TheoryData<string, int> Places => new()
    {
        { """{"type":"message","value":DEEP}""", 1 },
        { """{"type":"message","channelData":{"x":DEEP}}""", 2 },
        { """{"type":"message","text":"hi","unknown":[DEEP]}""", 2 },
        { """{"type":"message","attachments":[{"contentType":"x","content":DEEP}]}""", 3 },
        { """{"type":"message","entities":[{"type":"x","more":DEEP}]}""", 3 },
        { """{"type":"event","name":"webchat/x","value":{"x":[DEEP]}}""", 3 },
    };

    [Theory, MemberData(nameof(Places))]
    public async Task A_message_that_was_taken_comes_back_by_poll_and_stream(string place, int around)
    {
        await using var host = await DirectLine.DirectLineHost.StartAsync();
        var (conversationId, token) = await host.GenerateAsync();
        var activities = $"/conversations/{conversationId}/activities";
        var taken = new List<string>();
        foreach (var depth in Depths)
        {
            var body = place.Replace("DEEP", Deep(depth), StringComparison.Ordinal);
            var answer = await host.PostAsync(activities, token, body);
            answer.Status.ShouldBe(depth + around <= ActivityJson.MaximumInboundDepth ? 200 : 400, $"{depth} levels");
            if (answer.Status == 200)
            {
                taken.Add(answer["id"]);
            }
        }

        var poll = await host.GetAsync(activities, token);
        poll.Status.ShouldBe(200);
        Ids(poll.Body!).ShouldBe(taken);
        var back = await host.GetAsync($"/conversations/{conversationId}?watermark=0", token);
        using var stream = await DirectLine.StreamClient.OpenAsync(back["streamUrl"]);
        Ids(Parse((await stream.FrameAsync())!)).ShouldBe(taken);
    }

    [Fact]
    public async Task An_upload_that_was_taken_comes_back_too()
    {
        await using var host = await DirectLine.DirectLineHost.StartAsync();
        var (conversationId, token) = await host.GenerateAsync();
        var taken = 0;
        foreach (var depth in Depths)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/v3/directline/conversations/{conversationId}/upload");
            request.Headers.Authorization = new("Bearer", token);
            var activity = new StringContent($$"""{"type":"message","value":{{Deep(depth)}}}""");
            activity.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.microsoft.activity");
            request.Content = new MultipartFormDataContent { { activity, "activity" } };
            var answer = await host.SendAsync(request);
            answer.Status.ShouldBe(depth < ActivityJson.MaximumInboundDepth ? 200 : 400, $"{depth} levels");
            taken += answer.Status == 200 ? 1 : 0;
        }

        Ids((await host.GetAsync($"/conversations/{conversationId}/activities", token)).Body!).Count.ShouldBe(taken);
    }

    [Fact]
    public async Task What_a_connector_posted_is_answered()
    {
        await using var server = await ProbeServer.StartAsync();
        foreach (var (depth, i) in Depths.Select((depth, i) => (depth, i)))
        {
            var message = ProbeServer.Message($"c{i}", $"{i}", "hi", "expectReplies").ToJsonString();
            var body = message.Insert(1, $"\"value\":{Deep(depth)},");
            using var response = await server.Client.PostAsync(
                "/api/messages", new StringContent(body, Encoding.UTF8, "application/json"), Stop);

            ((int)response.StatusCode).ShouldBe(depth < ActivityJson.MaximumInboundDepth ? 200 : 400, $"{depth} levels");
            if (response.IsSuccessStatusCode)
            {
                (await server.ReadAsync(new("test", $"c{i}"))).ShouldBe([("user", "hi"), ("bot", "What is your name?")]);
            }
        }
    }

    /// <summary>So many levels, lists and objects by turns.</summary>
    private static string Deep(int levels)
    {
        var text = "1";
        for (var i = 0; i < levels; i++)
        {
            text = i % 2 == 0 ? $"[{text}]" : $$"""{"a":{{text}}}""";
        }

        return text;
    }

    private static List<string> Ids(JsonNode set) =>
        [.. set["activities"]!.AsArray().Select(activity => activity!["id"]!.GetValue<string>())];

    // Browsers have no such limit.
    private static JsonNode Parse(string frame) => JsonNode.Parse(frame, documentOptions: new JsonDocumentOptions { MaxDepth = 1000 })!;
}
