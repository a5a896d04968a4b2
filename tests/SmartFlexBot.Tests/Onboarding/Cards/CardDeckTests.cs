using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Templating;
using SmartFlexBot.Onboarding.Cards;

namespace SmartFlexBot.Tests.Onboarding.Cards;

public sealed class CardDeckTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cards-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("""{"type":"AdaptiveCard","text":"${a"}""")]
    [InlineData("""{"type":"AdaptiveCard","text":"${unknownFunction(a)}"}""")]
    public void A_wrong_card_is_named_when_it_is_loaded(string json)
    {
        Write("broken.json", json);

        Should.Throw<CardTemplateException>(() => CardDeck.Load(_folder)).Message.ShouldContain("broken.json");
    }

    [Fact]
    public void A_value_that_a_card_lacks_is_named_and_no_customer_sees_the_place_for_it()
    {
        Write("greeting.json", """{"type":"AdaptiveCard","version":"1.3","fallbackText":"${summary}"}""");

        Should.Throw<CardTemplateException>(() => CardDeck.Load(_folder).Render("greeting", [])).Message.ShouldContain("summary");
    }

    [Fact]
    public void A_card_is_filled_and_its_data_stay_data()
    {
        Write("greeting.json", """{"type":"AdaptiveCard","version":"1.3","fallbackText":"${summary}"}""");

        var card = CardDeck.Load(_folder).Render("greeting", new JsonObject { ["summary"] = "${card} \"},{" }).Attachment;

        card.ContentType.ShouldBe("application/vnd.microsoft.card.adaptive");
        card.Content!["fallbackText"]!.ToString().ShouldBe("${card} \"},{");
    }

    [Fact]
    public void A_card_that_is_not_there_is_a_mistake_in_the_code() =>
        Should.Throw<KeyNotFoundException>(() => CardDeck.Load(_folder).Render("nowhere", []));

    [Fact]
    public void Every_shipped_card_is_loaded() => Should.NotThrow(() => CardDeck.Load(Shipped.Cards));

    private void Write(string file, string json) => File.WriteAllText(Path.Combine(_folder, file), json);
}
