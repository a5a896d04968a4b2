using System.Text.Json;
using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Tests.BotFramework.Schema;

public sealed class ActivityJsonTests
{
    private static JsonNode RoundTrip(string json) => JsonNode.Parse(ActivityJson.Write(ActivityJson.Read(json)))!;

    private static string Nested(int depth) => string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);

    [Fact]
    public void Unknown_fields_come_back_unchanged_at_every_level()
    {
        var json = """
            {
              "type": "message", "id": "c|7", "timestamp": "2026-11-23T10:00:00.123+00:00",
              "x": {"y": [1, null, {"Z": "z"}]}, "callerId": "urn:x",
              "from": {"id": "u1", "x": 1}, "recipient": {"id": "b1", "x": {"y": 2}},
              "conversation": {"id": "AbC|1", "x": [3]},
              "attachments": [{"contentType": "text/plain", "contentUrl": "https://a", "x": "4"}],
              "suggestedActions": {"to": ["u1"], "x": 5, "actions": [{"type": "imBack", "title": "A", "value": "A", "x": 6}]},
              "entities": [{"type": "mention", "mentioned": {"id": "b1", "x": 7}, "text": "<at>b</at>"}],
              "relatesTo": {"activityId": "1", "x": 8, "user": {"id": "u", "x": 9}},
              "membersAdded": [{"id": "u2", "x": 10}]
            }
            """;

        JsonNode.DeepEquals(RoundTrip(json), JsonNode.Parse(json)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{"a":[],"b":{},"c":null,"d":"","E":1.50,"f":[{"g":null}]}""")]
    [InlineData("""[]""")]
    [InlineData("""{}""")]
    [InlineData("\"text\"")]
    [InlineData("1.0")]
    [InlineData("false")]
    public void Channel_data_and_value_come_back_verbatim(string json)
    {
        var written = ActivityJson.Write(ActivityJson.Read($$"""{"channelData":{{json}},"value":{{json}}}"""));

        written.ShouldBe($$"""{"channelData":{{json}},"value":{{json}}}""");
    }

    [Fact]
    public void Nothing_empty_is_written()
    {
        var activity = new Activity
        {
            Type = "message",
            Text = "",
            Attachments = [],
            Entities = [],
            MembersAdded = [],
            MembersRemoved = [],
            SuggestedActions = new SuggestedActions { To = [], Actions = [] },
            Properties = new Dictionary<string, JsonElement>(),
        };

        // An empty text is the one that means something (A3050).
        ActivityJson.Write(activity).ShouldBe("""{"type":"message","text":""}""");
    }

    [Fact]
    public void Buttons_for_nobody_in_particular_have_no_list_of_people()
    {
        var activity = new Activity { SuggestedActions = new SuggestedActions { To = [], Actions = [new CardAction { Type = "imBack" }] } };

        ActivityJson.Write(activity).ShouldBe("""{"suggestedActions":{"actions":[{"type":"imBack"}]}}""");
    }

    [Fact]
    public void Names_are_read_in_any_casing_and_written_exactly()
    {
        var activity = ActivityJson.Read(
            """{"TYPE":"message","ReplyToID":"1","From":{"ID":"u","NAME":"Ada"},"ChannelData":{"Keep":"Case"}}""");

        activity.Type.ShouldBe("message");
        ActivityJson.Write(activity)
            .ShouldBe("""{"type":"message","from":{"id":"u","name":"Ada"},"replyToId":"1","channelData":{"Keep":"Case"}}""");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("\"message\"")]
    [InlineData("{")]
    [InlineData("{\"type\":\"message\"} x")]
    [InlineData("""{"type":5}""")]
    [InlineData("""{"text":{}}""")]
    [InlineData("""{"text":["a"]}""")]
    [InlineData("""{"timestamp":"yesterday"}""")]
    [InlineData("""{"from":"u1"}""")]
    [InlineData("""{"from":{"id":5}}""")]
    [InlineData("""{"conversation":[]}""")]
    [InlineData("""{"conversation":{"isGroup":"yes"}}""")]
    [InlineData("""{"attachments":{}}""")]
    [InlineData("""{"attachments":["a"]}""")]
    [InlineData("""{"attachments":[{"contentType":5}]}""")]
    [InlineData("""{"suggestedActions":[]}""")]
    [InlineData("""{"suggestedActions":{"to":[5]}}""")]
    [InlineData("""{"entities":"a"}""")]
    [InlineData("""{"membersAdded":[[]]}""")]
    [InlineData("""{"text":"\ud800"}""")]
    [InlineData("""{"from":{"id":"\udfff"}}""")]
    public void What_is_no_activity_is_a_JSON_error(string json) => Should.Throw<JsonException>(() => ActivityJson.Read(json));

    [Theory]
    [InlineData("""{"channelData":{"a":"\ud800"}}""")]
    [InlineData("""{"channelData":{"\uDBFF":1}}""")]
    [InlineData("""{"value":"\udfff"}""")]
    [InlineData("""{"x":"\ud800 "}""")]
    [InlineData("""{"attachments":[{"content":{"a":["\ud800"]}}]}""")]
    [InlineData("""{"value":{"a":1,"a":2}}""")]
    [InlineData("""{"x":{"a":[{"b":1,"b":2}]}}""")]
    [InlineData("""{"type":"message","Type":"event"}""")]
    public void What_could_be_read_and_not_used_is_refused(string json) => Should.Throw<JsonException>(() => ActivityJson.Read(json));

    [Fact]
    public void A_string_that_is_no_text_is_refused() => Should.Throw<JsonException>(() => ActivityJson.Read("{\"value\":\"\ud83d\"}"));

    [Fact]
    public void Whole_characters_written_as_escapes_are_fine() =>
        ActivityJson.Read("""{"text":"\ud83d\ude97","value":"\ud83d\ude97 C:\\udata"}""").Value!.GetValue<string>()
            .ShouldBe("🚗 C:\\udata");
    [Fact]
    public void Depth_is_bounded()
    {
        ActivityJson.Read($$"""{"value":{{Nested(60)}}}""").Value.ShouldNotBeNull();
        Should.Throw<JsonException>(() => ActivityJson.Read($$"""{"value":{{Nested(64)}}}"""));
        Should.Throw<JsonException>(() => ActivityJson.Read($$"""{"x":{{Nested(100_000)}}}"""));
    }

    [Fact]
    public void What_comes_from_outside_is_half_as_deep_as_what_goes_out()
    {
        // The activity itself is a level.
        ActivityJson.ReadInbound(Utf8(ActivityJson.MaximumInboundDepth - 1)).Value.ShouldNotBeNull();
        Should.Throw<JsonException>(() => ActivityJson.ReadInbound(Utf8(ActivityJson.MaximumInboundDepth)));

        static byte[] Utf8(int depth) => System.Text.Encoding.UTF8.GetBytes($$"""{"value":{{Nested(depth)}}}""");
    }

    [Fact]
    public void Any_text_comes_back()
    {
        foreach (var text in new[] { "", "Grüße 🚗", "\u202eשלום", "a\0b\u2028", new string('x', 300_000), "</script>" })
        {
            ActivityJson.Copy(new Activity { Text = text }).Text.ShouldBe(text);
        }
    }

    [Fact]
    public void A_copy_shares_nothing_with_its_original()
    {
        var original = new Activity
        {
            Value = new JsonObject { ["a"] = 1 },
            Attachments = [Attachment.AdaptiveCard(
            new JsonObject { ["type"] = "AdaptiveCard" })]
        };

        var copy = ActivityJson.Copy(original);
        copy.Value!["a"] = 2;
        copy.Attachments![0].Content!["type"] = "x";

        original.Value!["a"]!.GetValue<int>().ShouldBe(1);
        original.Attachments[0].Content!["type"]!.GetValue<string>().ShouldBe("AdaptiveCard");
    }
}
