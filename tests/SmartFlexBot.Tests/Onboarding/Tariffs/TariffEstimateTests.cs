using static SmartFlexBot.Tests.Onboarding.Tariffs.OfferChats;
using static SmartFlexBot.Tests.Onboarding.Tariffs.Offers;

namespace SmartFlexBot.Tests.Onboarding.Tariffs;

/// <summary>What a month would cost, from what customers know.</summary>
public sealed class TariffEstimateTests
{
    private readonly InMemoryKraken _kraken = new();

    [Fact]
    public async Task Miles_tell_what_charging_costs_at_either_tariff()
    {
        var chat = await AtOfferAsync(_kraken);
        (await chat.PressAsync("estimate")).ShouldBe([$"[{Chat.Text("tariff.estimate.text")}]"]);
        chat.CardTexts.ShouldContain(Chat.Text("tariff.estimate.distance.Mile"));

        var said = (await chat.PressAsync("estimated", inputs: [("distance", "600")])).ShouldHaveSingleItem();

        // 600 × 28 / 100 = 168 kWh, at 7p, 28.64p and 27.03p.
        said.ShouldStartWith("600 miles a month take about 168 kWh, at 28 kWh for 100 miles (");
        said.ShouldContain("\nOffered: £11.76 to £48.12, depending on the hours\nNow: £45.41\n");
        said.ShouldEndWith(Chat.Text("tariff.estimate.only"));
    }

    [Fact]
    public async Task A_bill_tells_what_the_same_electricity_costs_at_the_new_tariff()
    {
        var chat = await AtOfferAsync(_kraken);
        await chat.PressAsync("estimate");

        var said = (await chat.PressAsync("estimated", inputs: [("distance", ""), ("bill", "97.23")])).ShouldHaveSingleItem();

        // (97.23 − 30 × 0.538) / 0.2703 = 300 kWh; 300 × 7p and × 28.64p, and 30 × 55.1p.
        said.ShouldStartWith("£97.23 a month is about 300 kWh at your present price. ");
        said.ShouldContain("\nOffered: £37.53 to £102.45, depending on the hours\n");
    }

    [Theory]
    [InlineData("windows")]
    [InlineData("nothing")]
    [InlineData("no standing charge")]
    public async Task A_bill_says_nothing_where_the_present_tariff_does_not(string now)
    {
        var chat = await AtOfferAsync(_kraken, Read with
        {
            Now = now switch
            {
                "windows" => Smart,
                "no standing charge" => Flat with { StandingCharge = null },
                _ => null,
            },
        });
        await chat.PressAsync("estimate");

        (await chat.PressAsync("estimated", inputs: [("bill", "100")]))[0].ShouldStartWith(Chat.Text("tariff.estimate.bill.unknown"));
    }

    [Fact]
    public async Task Both_are_answered_one_after_the_other()
    {
        var chat = await AtOfferAsync(_kraken);
        await chat.PressAsync("estimate");

        var said = (await chat.PressAsync("estimated", inputs: [("distance", "100"), ("bill", "97.23")])).ShouldHaveSingleItem();

        said.ShouldStartWith("100 miles a month");
        said.ShouldContain("\n\n£97.23 a month");
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("nothing entered")]
    [InlineData("I don’t know")]
    [InlineData("no idea")]
    public async Task Not_known_is_an_answer_too(string way)
    {
        var chat = await AtOfferAsync(_kraken);
        await chat.PressAsync("estimate");

        var said = way switch
        {
            "unknown" => await chat.PressAsync("unknown"),
            "nothing entered" => await chat.PressAsync("estimated", inputs: [("distance", ""), ("bill", "")]),
            _ => await chat.SayAsync(way),
        };

        // 28 kWh at 7p, 28.64p and 27.03p.
        said.ShouldHaveSingleItem().ShouldStartWith("That’s fine. For every 100 miles, at about 28 kWh (");
        said[0].ShouldContain("\nOffered: £1.96 to £8.02, depending on the hours\nNow: £7.57\n");
    }

    [Theory]
    [InlineData("about 600 miles a month", "600 miles a month take about 168 kWh")]
    [InlineData("7,200 miles a year", "600 miles a month take about 168 kWh")]
    [InlineData("I pay £97.23", "£97.23 a month is about 300 kWh")]
    [InlineData("99,999 miles", "I need a number from 0 to 20,000")]
    public async Task Figures_can_be_typed_and_agree_to_nothing(string words, string answer)
    {
        var chat = await AtOfferAsync(_kraken);

        (await chat.SayAsync(words)).ShouldHaveSingleItem().ShouldStartWith(answer);

        (await chat.JourneyAsync()).Tariff.Agreed.ShouldBeNull();
    }

    [Fact]
    public async Task A_market_that_tells_no_consumption_asks_for_the_bill_alone()
    {
        var chat = await AtOfferAsync(_kraken, market: Market with { Tariff = Market.Tariff! with { Driving = null } });

        (await chat.PressAsync("estimate")).ShouldBe([$"[{Chat.Text("tariff.estimate.text.bill")}]"]);
        chat.CardTexts.ShouldNotContain("distance");
        (await chat.PressAsync("unknown")).ShouldBe([Chat.Text("tariff.estimate.none")]);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("20001")]
    [InlineData("many")]
    [InlineData("1e3")]
    public async Task A_figure_that_cannot_be_is_asked_for_again(string distance)
    {
        var chat = await AtOfferAsync(_kraken);
        await chat.PressAsync("estimate");

        (await chat.PressAsync("estimated", inputs: [("distance", distance), ("bill", "100")])).ShouldBe(
            [Chat.Text("tariff.estimate.wrong", ("most", "20,000"))]);
    }
}
