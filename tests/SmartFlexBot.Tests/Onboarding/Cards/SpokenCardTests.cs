using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Cards;
using SmartFlexBot.Tests.Cards;

namespace SmartFlexBot.Tests.Onboarding.Cards;

public sealed class SpokenCardTests
{
    [Fact]
    public void A_card_is_read_from_top_to_bottom_without_its_buttons()
    {
        var card = JsonNode.Parse("""
            {
              "type": "AdaptiveCard", "fallbackText": "Permissions",
              "body": [
                { "type": "TextBlock", "text": "Your permissions" },
                { "type": "Image", "url": "https://example.com/car.png", "altText": "A car" },
                { "type": "Container", "items": [{ "type": "FactSet", "facts": [{ "title": "Car", "value": "Tesla Model 3" }] }] },
                {
                  "type": "ColumnSet",
                  "columns": [{ "type": "Column", "items": [{ "type": "TextBlock", "text": "- Plug in at home\n- Leave it there" }] }]
                },
                { "type": "Input.Toggle", "title": "You may read the charge level?" },
                { "type": "ActionSet", "actions": [{ "type": "Action.Submit", "title": "Go on" }] }
              ]
            }
            """)!.AsObject();

        SpokenCard.Of(card).ShouldBe(
            "Your permissions. Car: Tesla Model 3. Plug in at home. Leave it there. You may read the charge level?");
    }

    [Theory]
    [InlineData(@"My \*new\* car \(blue\)", "My *new* car (blue).")]
    [InlineData("See the [terms](https://example.com/terms)", "See the terms.")]
    [InlineData("**Now**", "Now.")]
    public void Marks_are_not_read(string text, string spoken) => SpokenCard.Of(Saying(text)).ShouldBe(spoken);

    [Fact]
    public void A_long_card_is_summed_up() => SpokenCard.Of(Saying(new string('x', 2000))).ShouldBe("In short.");

    [Fact]
    public void Every_card_of_ours_says_something_and_shows_no_marks()
    {
        var deck = CardDeck.Load(Shipped.Cards);
        foreach (var card in CardFolder.Product.CardNames())
        {
            foreach (var (sample, data) in CardFolder.Product.SamplesOf(card)
                .Where(sample => !sample.Key.Contains("hostile", StringComparison.Ordinal)))
            {
                var words = deck.Render(card, data!.AsObject()).Words;
                words.ShouldNotBeEmpty(sample);
                words.ShouldNotContain('\\', sample);
                words.ShouldNotContain("](", Case.Sensitive, sample);
                words.ShouldNotContain("- ", Case.Sensitive, sample);
            }
        }
    }

    /// <summary>Who hears a card, who is notified of it and who cannot see it get the same; the last one has no button to press.</summary>
    [Fact]
    public void Every_card_of_ours_has_the_same_words_everywhere_and_its_addresses_where_there_are_no_buttons()
    {
        var deck = CardDeck.Load(Shipped.Cards);
        foreach (var card in CardFolder.Product.CardNames())
        {
            foreach (var (sample, data) in CardFolder.Product.SamplesOf(card))
            {
                var (attachment, words) = deck.Render(card, data!.AsObject());
                var addresses = AddressesOn(attachment.Content!);

                attachment.Content!["speak"]!.GetValue<string>().ShouldBe(words, sample);
                attachment.Content["fallbackText"]!.GetValue<string>().ShouldBe(string.Join(' ', [words, .. addresses]), sample);
                addresses.ShouldAllBe(address => !words.Contains(address));
            }
        }
    }

    [Fact]
    public void A_link_that_cannot_be_pressed_can_be_read() =>
        CardDeck.Load(Shipped.Cards).Render("link", CardFolder.Product.SamplesOf("link")["link.tesla"]!.AsObject())
            .Attachment.Content!["fallbackText"]!.GetValue<string>().ShouldContain("https://");

    private static IReadOnlyList<string> AddressesOn(JsonNode node) => node switch
    {
        JsonObject button when (string?)button["type"] == "Action.OpenUrl" => [(string)button["url"]!],
        JsonObject element => [.. element.Where(member => member.Value is not null).SelectMany(member => AddressesOn(member.Value!))],
        JsonArray list => [.. list.SelectMany(item => AddressesOn(item!))],
        _ => [],
    };

    private static JsonObject Saying(string text) => new()
    {
        ["type"] = "AdaptiveCard",
        ["fallbackText"] = "In short.",
        ["body"] = new JsonArray(new JsonObject { ["type"] = "TextBlock", ["text"] = text }),
    };
}
