using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Channels.BotConnector;
using SmartFlexBot.Channels.Http;

namespace SmartFlexBot.Tests.Channels.BotConnector;

public sealed class ConnectorActivitiesTests
{
    [Fact]
    public void A_message_names_its_conversation_its_user_and_itself()
    {
        var read = Read("""{"type":"message","id":"a1","locale":"de","from":{"id":"u1","name":"Ada"},"callerId":"urn:x","extra":1}""")!;

        read.Conversation.ShouldBe(new ConversationKey("test", "c1"));
        read.Origin.ShouldBe(new ConversationOrigin("u1", "Ada", AccountNumber: null, "de"));
        (read.Inbound.DedupeKey, read.Inbound.Logged).ShouldBe(("activity/a1", true));
        read.Inbound.Activity.Properties!.Keys.ShouldBe(["extra"], "who called is the connector's to say, not the activity's");
    }

    [Theory]
    [InlineData("A-1", "A-1")]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void The_account_of_Development_is_everybodys(string? setting, string? account) =>
        Read("""{"type":"message"}""", account: setting)!.Origin.AccountNumber.ShouldBe(account);

    [Fact]
    public void What_has_no_id_is_new_each_time()
    {
        string[] keys = [.. new[] { "{}", "{}", """{"id":""}""" }.Select(changes => Read(changes)!.Inbound.DedupeKey)];
        keys.ShouldAllBe(key => key.StartsWith("post/", StringComparison.Ordinal));
        keys.Distinct().Count().ShouldBe(3);
    }

    [Theory]
    [InlineData("""{"membersAdded":[{"id":"bot"},{"id":"u7"}]}""", "u7")]
    [InlineData("""{"membersAdded":[{"id":"bot"}]}""", "u1")]
    [InlineData("""{"membersAdded":[]}""", "u1")]
    [InlineData("{}", "u1")]
    public void Who_joined_is_the_user_and_it_is_not_in_the_history(string changes, string user)
    {
        var read = Read(changes, type: "conversationUpdate")!;
        (read.Origin.UserId, read.Inbound.Logged).ShouldBe((user, false));
    }

    [Theory]
    [InlineData("""{"type":"event","name":"webchat/join"}""", true)]
    [InlineData("""{"type":"event","name":"command/result"}""", false)]
    [InlineData("""{"type":"event","name":"handoff.status","value":{"state":"accepted"}}""", false)]
    [InlineData("""{"type":"event","name":"hub/calls"}""", false)]
    [InlineData("""{"type":"event"}""", false)]
    [InlineData("""{"type":"typing"}""", false)]
    [InlineData("""{"type":"messageUpdate","text":"Tesla"}""", false)]
    [InlineData("""{"type":"messageDelete"}""", false)]
    [InlineData("""{"type":"messageReaction"}""", false)]
    [InlineData("""{"type":"installationUpdate","action":"add"}""", false)]
    [InlineData("""{"type":"installationUpdate","action":"remove"}""", false)]
    public void Only_the_pages_own_events_are_a_turn(string changes, bool isTurn)
    {
        var read = Read(changes);
        (read is not null).ShouldBe(isTurn);
        (read?.Inbound.Logged ?? false).ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{"conversation":{"id":"c1","conversationType":"groupChat"}}""")]
    [InlineData("""{"conversation":{"id":"c1","conversationType":"channel"}}""")]
    [InlineData("""{"conversation":{"id":"c1","isGroup":true}}""")]
    public void A_chat_of_several_is_nobodys(string changes) =>
        Read(changes, account: "A-1")!.Origin.ShouldBe(new ConversationOrigin("c1"));

    [Theory]
    [InlineData("bot", true)]
    [InlineData("u7", false)]
    public void There_it_counts_who_comes_only_when_it_is_the_bot(string member, bool isTurn)
    {
        var changes = $$"""{"conversation":{"id":"c1","conversationType":"groupChat"},"membersAdded":[{"id":"{{member}}"}]}""";

        (Read(changes, type: "conversationUpdate") is not null).ShouldBe(isTurn);
    }

    [Fact]
    public void Of_Teams_only_the_customers_own_words_are_left()
    {
        var read = Read("""
            {"channelId":"msteams","text":"<at>Bot</at> hi","attachments":[{"contentType":"text/html"}],
             "entities":[{"type":"mention","mentioned":{"id":"bot"},"text":"<at>Bot</at>"}]}
            """)!;

        (read.Inbound.Activity.Text, read.Inbound.Activity.Attachments!.Count).ShouldBe(("hi", 0));
    }

    [Theory]
    [InlineData("msteams:sub", "msteams")]
    [InlineData("webchat", "webchat")]
    [InlineData("emulator", "emulator")]
    public void A_channel_is_known_by_what_stands_before_its_colon(string channelId, string expected) =>
        Read($$"""{"channelId":"{{channelId}}"}""")!.Conversation.ChannelId.ShouldBe(expected);

    [Theory]
    [InlineData("""{"serviceUrl":null,"deliveryMode":"expectReplies"}""", true)]
    [InlineData("""{"serviceUrl":null,"deliveryMode":"normal"}""", false)]
    [InlineData("""{"serviceUrl":"https://evil.example","deliveryMode":"expectReplies"}""", false)]
    [InlineData("""{"serviceUrl":"https://localhost:3979/"}""", true)]
    [InlineData("""{"serviceUrl":"http://[::1]:3979/"}""", true)]
    [InlineData("""{"serviceUrl":"http://LOCALHOST/"}""", true)]
    [InlineData("""{"serviceUrl":"http://127.0.0.2/"}""", true)]
    [InlineData("""{"serviceUrl":"http://10.0.0.1/"}""", false)]
    [InlineData("""{"serviceUrl":"ftp://localhost/"}""", false)]
    [InlineData("""{"serviceUrl":"localhost"}""", false)]
    public void Replies_need_an_address_on_this_machine_unless_they_go_with_the_answer(string changes, bool isTaken)
    {
        if (isTaken)
        {
            Read(changes).ShouldNotBeNull();
        }
        else
        {
            Should.Throw<RequestRefusedException>(() => Read(changes)).Message.ShouldContain("serviceUrl");
        }
    }

    [Theory]
    [InlineData("id", true)]
    [InlineData("conversation", true)]
    [InlineData("from", true)]
    [InlineData("type", false)]
    public void An_id_may_have_1000_characters(string what, bool isTakenAtItsLongest)
    {
        Should.Throw<RequestRefusedException>(() => Read(With(what, 1001))).Message.ShouldContain("longer than 1000");
        if (isTakenAtItsLongest)
        {
            Read(With(what, 1000)).ShouldNotBeNull();
        }

        static string With(string what, int length) => what is "id" or "type"
            ? $$"""{"{{what}}":"{{new string('x', length)}}"}"""
            : $$$"""{"{{{what}}}":{"id":"{{{new string('x', length)}}}"}}""";
    }

    /// <summary>Else who has a token of the one could write into the other.</summary>
    [Fact]
    public void Direct_Line_that_Azure_hosts_has_conversations_of_its_own_and_comes_with_a_token()
    {
        const string changes = """{"channelId":"directline","serviceUrl":"https://europe.directline.botframework.com/"}""";

        Read(changes, appId: "0d5c4d3e-6a51-4a9a-8a6e-2c1b6b7f0a11")!.Conversation.ShouldBe(new ConversationKey("azure.directline", "c1"));
        Should.Throw<RequestRefusedException>(() => Read(changes)).Message.ShouldContain("channelId");
        ConnectorChannels.WireOf("azure.directline").ShouldBe("directline");
    }

    private static ConnectorActivity? Read(string changes, string type = "message", string? account = null, string? appId = null)
    {
        var message = new JsonObject
        {
            ["type"] = type,
            ["channelId"] = "test",
            ["serviceUrl"] = "http://127.0.0.1:9/",
            ["from"] = new JsonObject { ["id"] = "u1" },
            ["recipient"] = new JsonObject { ["id"] = "bot" },
            ["conversation"] = new JsonObject { ["id"] = "c1" },
        };
        foreach (var (name, value) in JsonNode.Parse(changes)!.AsObject())
        {
            message[name] = value?.DeepClone();
        }

        var options = Options.Create(new BotConnectorOptions { DevelopmentAccount = account, AppId = appId });
        return new ConnectorActivities(options, new ServiceUrls(options)).Read(ActivityJson.Read(message.ToJsonString()));
    }
}
