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
                  "columns": [{ "type": "Column", "items": [{ "type": "TextBlock", "text": "• Plug in at home" }] }]
                },
                { "type": "Input.Toggle", "title": "You may read the charge level?" },
                { "type": "ActionSet", "actions": [{ "type": "Action.Submit", "title": "Go on" }] }
              ]
            }
            """)!.AsObject();

        SpokenCard.Of(card).ShouldBe("Your permissions. Car: Tesla Model 3. Plug in at home. You may read the charge level?");
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
                var spoken = deck.Render(card, data!.AsObject()).Content!["speak"]!.GetValue<string>();
                spoken.ShouldNotBeEmpty(sample);
                spoken.ShouldNotContain('\\', sample);
                spoken.ShouldNotContain("](", Case.Sensitive, sample);
            }
        }
    }

    private static JsonObject Saying(string text) => new()
    {
        ["type"] = "AdaptiveCard",
        ["fallbackText"] = "In short.",
        ["body"] = new JsonArray(new JsonObject { ["type"] = "TextBlock", ["text"] = text }),
    };
}
