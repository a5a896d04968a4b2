using System.Text.Json;
using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Conversations.Log;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Tests.Conversations.Log;

public sealed class StoredActivityTests
{
    private static readonly DateTimeOffset At = new(2027, 3, 1, 9, 0, 0, 120, TimeSpan.Zero);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"type":"message","text":"hello"}""")]
    public void It_is_read_with_its_id_and_its_time(string json)
    {
        var entry = StoredActivity.Read(new StoredEntry(7, "c\"1|0000007", At.ToUnixTimeMilliseconds(), json));

        var expected = JsonNode.Parse(json)!.AsObject();
        (expected["id"], expected["timestamp"]) = ("c\"1|0000007", "2027-03-01T09:00:00.12+00:00");
        JsonNode.DeepEquals(JsonNode.Parse(entry.Json), expected).ShouldBeTrue(entry.Json);
        entry.Sequence.ShouldBe(7);
        JsonSerializer.Deserialize<DateTimeOffset>(JsonNode.Parse(entry.Json)!["timestamp"]).ShouldBe(At);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("[]")]
    [InlineData("{\"text\":\"cut")]
    public void What_is_no_object_is_refused(string json) =>
        Should.Throw<JsonException>(() => StoredActivity.Read(new StoredEntry(1, "a", 0, json)));

    [Fact]
    public void What_the_sender_left_out_is_filled_in_and_what_it_said_is_kept()
    {
        var conversation = new ConversationKey("test", "c1");

        var bare = StoredActivity.Complete(conversation, new Activity(), "a", At.ToUnixTimeMilliseconds());
        (bare.Id, bare.Timestamp, bare.ChannelId, bare.Conversation?.Id).ShouldBe(("a", At, "test", "c1"));

        var full = new Activity { Id = "own", ChannelId = "msteams", Conversation = new() { Id = "19:abc", IsGroup = true } };
        var kept = StoredActivity.Complete(conversation, full, "a", 0);
        (kept.Id, kept.ChannelId, kept.Conversation!.Id, kept.Conversation.IsGroup).ShouldBe(("a", "msteams", "19:abc", true));
    }
}
