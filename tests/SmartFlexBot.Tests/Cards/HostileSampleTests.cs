using SmartFlexBot.BotFramework.Templating;

namespace SmartFlexBot.Tests.Cards;

/// <summary>The hostile samples are what the code hands to the cards: a change of the escaping has to change them too.</summary>
public sealed class HostileSampleTests
{
    private const string Hostile =
        "**Bold** _x_ [link](https://evil.example) <b>1</b> ${card} ${$root.summary} {{DATE(2026-01-01)}} `code` "
        + "\"quoted\", \\back\\slash \\${not} 'single' \u2028 line \u202eسيارة تسلا\u202c ID.3 🚗";

    [Theory]
    [InlineData("live", "device")]
    [InlineData("mend-test", "reason")]
    [InlineData("confirm-devices.hostile-charger-first", "car")]
    [InlineData("consents", "data")]
    public void They_are_escaped_as_the_code_escapes(string card, string place)
    {
        var name = card.Contains('.', StringComparison.Ordinal) ? card : $"{card}.hostile";
        var sample = CardFolder.Product.SamplesOf(name.Split('.')[0])[name]!;

        sample[place]!.ToString().ShouldBe(MarkdownText.Escape(Hostile));
    }

    [Fact]
    public void Every_card_has_at_least_two_samples_one_of_them_hostile()
    {
        foreach (var card in CardFolder.Product.CardNames())
        {
            var samples = CardFolder.Product.SamplesOf(card);
            samples.Count.ShouldBeGreaterThanOrEqualTo(2, card);
            samples.Keys.ShouldContain(name => name.Contains(".hostile"), card);
        }
    }
}
