using SmartFlexBot.Onboarding.Cards;
using SmartFlexBot.Onboarding.Markets;

namespace SmartFlexBot.Tests.Onboarding.Cards;

public sealed class ContactTextsTests
{
    [Fact]
    public void Every_way_to_reach_a_person_is_in_one_sentence()
    {
        var market = Shipped.Market with
        {
            Contact = [new("phone", "0800 1", "hours.weekdays"), new("email", "a@example.com"), new("web", "https://example.com/help")],
        };

        ContactTexts.Create(Shipped.Texts, market).Sentence("en").ShouldBe(
            "You can reach us by phone on 0800 1 (Monday to Friday, 8am to 6pm), by email at a@example.com "
            + "or online at https://example.com/help.");
    }

    [Fact]
    public void One_way_stands_alone_and_two_are_joined_by_or()
    {
        static string Sentence(params ContactWay[] ways) =>
            ContactTexts.Create(Shipped.Texts, Shipped.Market with { Contact = ways }).Sentence("en");

        Sentence(new ContactWay("email", "a@example.com")).ShouldBe("You can reach us by email at a@example.com.");
        Sentence(new("email", "a@example.com"), new("web", "www.example.com")).ShouldBe(
            "You can reach us by email at a@example.com or online at www.example.com.");
    }

    [Fact]
    public void Hours_that_no_text_tells_stop_the_start() =>
        Should.Throw<InvalidDataException>(() => ContactTexts.Create(
            Shipped.Texts, Shipped.Market with { Contact = [new("email", "a@example.com"), new("phone", "1", "hours.never")] }))
            .Message.ShouldContain("hours.never");

    [Theory]
    [InlineData("beyondCap")]
    [InlineData("export")]
    [InlineData("reward")]
    [InlineData("payment")]
    public void A_rule_that_names_a_text_that_is_not_there_stops_the_start(string name)
    {
        var rule = new TariffRule("tariff.no-such.text", "example", new(2026, 11, 23));
        var rules = Shipped.Britain.Tariff!;
        var market = Shipped.Britain with
        {
            Tariff = name switch
            {
                "beyondCap" => rules with { BeyondCap = rule },
                "export" => rules with { Export = rule },
                "payment" => rules with { Payment = rule },
                _ => rules with { Reward = rule },
            },
        };

        Should.Throw<InvalidDataException>(() => MarketTexts.Check(Shipped.Texts, market)).Message.ShouldContain(
            $"tariff's {name} names the text 'tariff.no-such.text'");
        MarketTexts.Check(Shipped.Texts, market with { Tariff = null });
    }
}
