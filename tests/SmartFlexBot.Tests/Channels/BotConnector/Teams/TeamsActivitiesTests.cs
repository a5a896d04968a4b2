using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Channels.BotConnector.Teams;

namespace SmartFlexBot.Tests.Channels.BotConnector.Teams;

/// <summary>Bot protocol H: what Teams puts around a customer's words.</summary>
public sealed class TeamsActivitiesTests
{
    private const string Called = """[{"type":"mention","mentioned":{"id":"28:bot"},"text":"<at>Smart Bot</at>"}]""";

    [Theory]
    [InlineData("<at>Smart Bot</at> status", Called, "status")]
    [InlineData("hello <at>Smart Bot</at>", Called, "hello")]
    [InlineData("<at>Smart Bot</at>", Called, "")]
    [InlineData("<at>Ada</at> hi", """[{"type":"mention","mentioned":{"id":"29:ada"},"text":"<at>Ada</at>"}]""", "<at>Ada</at> hi")]
    [InlineData("status", """[{"type":"mention","mentioned":"28:bot"},{"type":"clientInfo"}]""", "status")]
    [InlineData("status", """[{"type":"mention","mentioned":{"id":"28:bot"},"text":7}]""", "status")]
    [InlineData("status", "[]", "status")]
    public void The_bots_own_name_is_taken_away(string text, string entities, string expected) =>
        Unwrapped($$"""{"text":"{{text}}","recipient":{"id":"28:bot"},"entities":{{entities}}}""").Text.ShouldBe(expected);

    [Fact]
    public void The_copy_of_a_message_as_HTML_is_no_file()
    {
        var activity = Unwrapped("""
            {"text":"hi","attachments":[{"contentType":"text/html","content":"<p>hi</p>"},{"contentType":"image/png","name":"a.png"}]}
            """);

        activity.Attachments!.ShouldHaveSingleItem().Name.ShouldBe("a.png");
    }

    private static Activity Unwrapped(string json)
    {
        var activity = ActivityJson.Read(json);
        TeamsActivities.Unwrap(activity);
        return activity;
    }
}
