using System.Text.Json.Nodes;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.BotFramework.Templating;
using SmartFlexBot.Channels.BotConnector;
using SmartFlexBot.Channels.Rendering;
using SmartFlexBot.Tests.Cards;

namespace SmartFlexBot.Tests.Channels.BotConnector.Sdk;

/// <summary>What we send, read by Microsoft.Bot.Schema and written again, is the same.</summary>
public sealed class SdkReadingTests
{
    private static readonly JsonSerializerSettings Settings = new()
    {
        NullValueHandling = NullValueHandling.Ignore,
        DateParseHandling = DateParseHandling.None,
    };

    private static readonly ConversationKey Conversation = new("msteams", "a:1");

    [Fact]
    public void Every_card_of_ours_in_a_message_as_Teams_gets_it()
    {
        var cards = (
            from name in CardFolder.Product.CardNames()
            let template = CardTemplate.Parse(name, CardFolder.Product.Template(name))
            from sample in CardFolder.Product.SamplesOf(name)
            select template.ExpandStrict(sample.Value)).ToList();

        cards.Count.ShouldBeGreaterThan(10);
        foreach (var card in cards)
        {
            ShouldBeReadTheSame(MessageFactory.Attachment(Attachment.AdaptiveCard(card), speak: "Words"));
        }
    }

    [Fact]
    public void Texts_suggestions_typing_and_files()
    {
        ShouldBeReadTheSame(MessageFactory.Text("Hello ✓ \"you\"", inputHint: InputHints.ExpectingInput));
        ShouldBeReadTheSame(MessageFactory.SuggestedActions(["Yes", "No"], "Is that right?"));
        ShouldBeReadTheSame(new Activity { Type = ActivityTypes.Typing });
        ShouldBeReadTheSame(MessageFactory.Attachment(
            new() { ContentType = "application/pdf", ContentUrl = "https://chat.example.com/copy.pdf", Name = "Copy.pdf" }, "Your copy"));
    }

    private static void ShouldBeReadTheSame(Activity said)
    {
        var inbound = new Activity
        {
            Type = ActivityTypes.Message,
            Id = "1",
            ServiceUrl = "https://smba.trafficmanager.net/emea/",
            Locale = "de-DE",
            From = new() { Id = "29:customer", Name = "Ada", AadObjectId = "11111111-2222-3333-4444-555555555555" },
            Recipient = new() { Id = "28:bot", Name = "Bot" },
            Conversation = new() { Id = Conversation.ConversationId, ConversationType = "personal", TenantId = "t1", IsGroup = false },
        };
        var written = new ReplyWriter(inbound, Conversation, new("29:customer")).Write(said);
        var shown = ActivityRenderer.Render(ActivityJson.Read(written), ConnectorChannels.All["msteams"])!;
        var sent = ActivityJson.Write(shown);

        var read = JsonConvert.DeserializeObject<Microsoft.Bot.Schema.Activity>(sent, Settings);
        var again = JsonConvert.SerializeObject(read, Settings);

        JToken.DeepEquals(Parsed(again), Parsed(sent)).ShouldBeTrue($"{again}\n{sent}");
        JsonNode.Parse(sent)!["recipient"]!["aadObjectId"].ShouldNotBeNull();
    }

    private static JToken? Parsed(string json) => JsonConvert.DeserializeObject<JToken>(json, Settings);
}
