using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Channels.BotConnector;
using SmartFlexBot.Channels.Rendering;

namespace SmartFlexBot.Tests.Channels.Rendering;

/// <summary>A whole message as a channel can show it.</summary>
public sealed class ActivityRendererTests
{
    private static readonly ChannelCapabilities Teams = ConnectorChannels.All["msteams"];
    private static readonly ChannelCapabilities WithoutCards = new(null, 100, 100);

    [Fact]
    public void A_card_is_fitted_through_and_through_and_the_one_that_was_said_stays_as_it_is()
    {
        var card = Card("""
            {"type":"AdaptiveCard","version":"1.6","body":[
              {"type":"Container","selectAction":{"type":"Action.Submit","data":{"do":"choose"}},"items":[
                {"type":"Media"},
                {"type":"ColumnSet","columns":[{"type":"Column","items":[{"type":"Image","url":"a.svg","altText":"Car"}]}]}]},
              {"type":"Container","selectAction":{"type":"Action.OpenUrl","url":"file:///x"},"items":[]}]}
            """);
        var before = ActivityJson.Write(card);

        var shown = (JsonObject)ActivityRenderer.Render(card, Teams)!.Attachments!.Single().Content!;

        ((string?)shown["version"], (string?)shown["msteams"]!["width"]).ShouldBe(("1.5", "Full"));
        var container = shown["body"]![0]!;
        ((string?)container["selectAction"]!["type"], (string?)container["selectAction"]!["verb"]).ShouldBe(("Action.Execute", "choose"));
        container["items"]!.AsArray().Count.ShouldBe(1);
        container["items"]![0]!["columns"]![0]!["items"]![0]!["text"]!.GetValue<string>().ShouldBe("Car");
        shown["body"]![1]!.AsObject().ContainsKey("selectAction").ShouldBeFalse();
        ActivityJson.Write(card).ShouldBe(before);
    }

    [Fact]
    public void Instead_of_a_card_that_is_too_long_or_not_shown_its_words_are_said()
    {
        var line = new string('x', 26 * 1024);
        var tooLong = Card($$"""
            {"type":"AdaptiveCard","version":"1.5","fallbackText":"In short. https://a.example",
             "body":[{"type":"TextBlock","text":"{{line}}"}]}
            """);
        var small = Card("""{"type":"AdaptiveCard","version":"1.5","fallbackText":"In short.","body":[]}""");

        foreach (var (said, can, words) in new[]
            { (tooLong, Teams, "In short. https://a.example"), (small, WithoutCards, "In short.") })
        {
            var shown = ActivityRenderer.Render(said, can)!;
            shown.Attachments.ShouldBeEmpty();
            shown.Text.ShouldBe(words);
        }
    }

    [Fact]
    public void Files_stay_and_long_texts_are_cut()
    {
        var shown = ActivityRenderer.Render(
            new()
            {
                Type = ActivityTypes.Message,
                Text = new string('x', 101),
                Attachments = [new() { ContentType = "application/pdf", ContentUrl = "https://a.example/b.pdf" }],
            },
            WithoutCards)!;

        shown.Attachments!.ShouldHaveSingleItem().ContentUrl.ShouldBe("https://a.example/b.pdf");
        shown.Text.ShouldBe($"{new string('x', 99)}…");
    }

    [Fact]
    public void Where_all_comes_from_the_bot_an_agents_name_stands_before_what_they_say()
    {
        var said = new Activity
        {
            Type = ActivityTypes.Message,
            Text = "I look into it.",
            ChannelData = JsonNode.Parse("""{"person":{"name":"Alex"}}"""),
        };

        var shown = ActivityRenderer.Render(said, Teams)!;
        (shown.Text, shown.ChannelData).ShouldBe(("Alex: I look into it.", null));
        ActivityRenderer.Render(said, ConnectorChannels.All["webchat"])!.Text.ShouldBe("I look into it.");
    }

    [Fact]
    public void Teams_takes_six_suggestions_and_no_event()
    {
        var said = MessageFactoryOf(8);
        ActivityRenderer.Render(said, Teams)!.SuggestedActions!.Actions!.Count.ShouldBe(6);
        ActivityRenderer.Render(said, ConnectorChannels.All["webchat"])!.SuggestedActions!.Actions!.Count.ShouldBe(8);

        var told = new Activity { Type = ActivityTypes.Event, Name = "webchat/language/changed" };
        ActivityRenderer.Render(told, Teams).ShouldBeNull();
        ActivityRenderer.Render(told, ConnectorChannels.All["webchat"]).ShouldNotBeNull();
    }

    private static Activity MessageFactoryOf(int suggestions) => SmartFlexBot.BotFramework.MessageFactory.SuggestedActions(
        Enumerable.Range(1, suggestions).Select(number => $"{number}"), "Which?");

    private static Activity Card(string json) => new()
    {
        Type = ActivityTypes.Message,
        Attachments = [Attachment.AdaptiveCard(JsonNode.Parse(json)!.AsObject())],
    };
}
