using System.Text.Json.Nodes;
using SmartFlexBot.Channels.BotConnector;
using SmartFlexBot.Channels.Rendering;
using SmartFlexBot.Tests.Cards;

namespace SmartFlexBot.Tests.Channels.Rendering;

/// <summary>What each channel gets of each element.</summary>
public sealed class CardElementsTests
{
    private const string Submit =
        """{"type":"Action.Submit","title":"Yes","data":{"card":"t","do":"yes"}}""";

    private const string Execute =
        """{"type":"Action.Execute","title":"Yes","data":{"card":"t","do":"yes"},"verb":"yes","fallback":SUBMIT}""";

    [Theory]
    [InlineData("msteams", """{"type":"TextBlock","text":"a"}""", """{"type":"TextBlock","text":"a"}""")]
    [InlineData("webchat", Submit, Submit)]
    [InlineData("msteams", """{"type":"Image","url":"https://a.example/b.png"}""", """{"type":"Image","url":"https://a.example/b.png"}""")]
    [InlineData("msteams", """{"type":"Image","url":"https://a.example/b.SVG","altText":"A car"}""",
        """{"type":"TextBlock","text":"A car","wrap":true}""")]
    [InlineData("msteams", """{"type":"Image","url":"https://a.example/b.svg","altText":""}""", null)]
    [InlineData("webchat", """{"type":"Image","url":"https://a.example/b.svg"}""", """{"type":"Image","url":"https://a.example/b.svg"}""")]
    [InlineData("msteams", """{"type":"Action.OpenUrl","url":"https://a.example"}""",
        """{"type":"Action.OpenUrl","url":"https://a.example"}""")]
    [InlineData("msteams", """{"type":"Action.OpenUrl","url":"javascript:alert(1)"}""", null)]
    [InlineData("webchat", """{"type":"Action.OpenUrl"}""", null)]
    [InlineData("msteams", """{"type":"Action.Submit","title":"Help","data":"help"}""",
        """{"type":"Action.Submit","title":"Help","data":{"msteams":{"type":"imBack","value":"help"}}}""")]
    [InlineData("msteams", """{"type":"Media"}""", null)]
    [InlineData("msteams", "{}", null)]
    public void An_element_becomes_what_the_channel_shows(string channelId, string element, string? shown) =>
        Shown(channelId, element).ShouldBe(shown);

    [Fact]
    public void In_Teams_a_press_is_answered_in_place_and_sent_by_who_has_an_older_client() =>
        Shown("msteams", Submit).ShouldBe(Execute.Replace("SUBMIT", Submit, StringComparison.Ordinal));

    [Fact]
    public void A_long_title_is_cut()
    {
        var title = new string('x', 79);

        Titled($"{title}yz").ShouldContain($"\"{title}\\u2026\"");
        Titled($"{title}y").ShouldContain($"\"{title}y\"");

        static string Titled(string title) =>
            Shown("msteams", $$"""{"type":"Action.OpenUrl","url":"https://a.example","title":"{{title}}"}""")!;
    }

    /// <summary>Who puts a new element into a card has to say what becomes of it.</summary>
    [Fact]
    public void Every_element_of_the_cards_is_decided_about()
    {
        var used = CardFolder.Product.CardNames().SelectMany(card => Types(JsonNode.Parse(CardFolder.Product.Template(card)))).Distinct();

        used.Except(CardElements.Known).ShouldBe(["AdaptiveCard"]);
    }

    private static IEnumerable<string> Types(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Types),
        JsonObject element => (element["type"] is { } type ? new[] { type.GetValue<string>() } : [])
            .Concat(element.Where(property => property.Key != "data").SelectMany(property => Types(property.Value))),
        _ => [],
    };

    private static string? Shown(string channelId, string element) =>
        CardElements.Of(JsonNode.Parse(element)!.AsObject(), ConnectorChannels.All[channelId])?.ToJsonString();
}
