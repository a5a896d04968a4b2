using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Tariffs;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;
using static SmartFlexBot.Tests.Onboarding.Tariffs.OfferChats;
using static SmartFlexBot.Tests.Onboarding.Tariffs.Offers;

namespace SmartFlexBot.Tests.Onboarding.Tariffs;

/// <summary>What is asked at an offer is answered from it, with the figures on the screen.</summary>
public sealed class OfferAnswersTests
{
    private readonly InMemoryKraken _kraken = new();

    [Fact]
    public async Task What_it_costs_are_the_prices_of_both()
    {
        var chat = await AtOfferAsync(_kraken);

        (await chat.SayAsync("what does it cost?")).ShouldBe(
        [
            "Connecting costs nothing. With Smart EV you pay: 05:30 to 23:30: 28.64p per kWh; 23:30 to 05:30: 7p per kWh. "
            + "Standing charge: 55.1p a day, VAT included. "
            + "Now you pay: All day: 27.03p per kWh. Standing charge: 53.8p a day.",
            Chat.Text("open.Tariff"),
        ]);
    }

    [Theory]
    [InlineData("is there an exit fee?", "Leaving your present tariff costs nothing. Leaving Smart EV costs nothing.")]
    [InlineData("how long is the contract?", "I’ve been given no end date for Smart EV. Its terms, version 1.3, say how it can be ended.")]
    [InlineData("when does it start?", "Smart EV starts on 23 November 2026.")]
    [InlineData("when is the cheap rate?",
        "With Smart EV: 05:30 to 23:30: 28.64p per kWh; 23:30 to 05:30: 7p per kWh. All times are UK time.")]
    public async Task What_the_card_holds_is_answered_from_it(string question, string answer)
    {
        var chat = await AtOfferAsync(_kraken);

        (await chat.SayAsync(question)).ShouldBe([answer, Chat.Text("open.Tariff")]);
    }

    [Theory]
    [InlineData("2027-03-31", 12, "The contract for Smart EV ends on 31 March 2027.")]
    [InlineData(null, 12, "The contract for Smart EV runs for 12 months.")]
    [InlineData(null, 1, "The contract for Smart EV runs for one month.")]
    public async Task A_contract_says_how_long_it_runs(string? until, int months, string answer)
    {
        var end = until is null ? (DateOnly?)null : DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture);
        var chat = await AtOfferAsync(_kraken, Read with { Offered = Smart with { EndsOn = end, TermMonths = months } });

        (await chat.SayAsync("how long is the contract?"))[0].ShouldBe(answer);
    }

    [Fact]
    public async Task A_present_tariff_that_is_not_known_is_left_out()
    {
        var chat = await AtOfferAsync(_kraken, Read with { Now = null });

        (await chat.SayAsync("what does it cost?"))[0].ShouldEndWith("VAT included.");
    }

    [Fact]
    public async Task Who_asks_in_another_language_is_answered_in_it()
    {
        var chat = await AtOfferAsync(_kraken, market: Market with { Languages = ["en", "de"] });

        (await chat.SayAsync("Was kostet das denn?"))[0].ShouldStartWith(
            "Das Verbinden kostet nichts. Mit Smart EV zahlen Sie: 05:30 bis 23:30 Uhr: 28,64p pro kWh");
    }

    [Fact]
    public async Task Without_an_offer_the_general_answer_serves()
    {
        var chat = await AtAsync(_kraken, Confirmed, Shipped.Market);

        (await chat.SayAsync("what does it cost?"))[0].ShouldBe(Chat.Text("answer.cost"));
    }

    [Fact]
    public async Task After_the_agreement_the_contract_still_answers_but_no_price_of_then()
    {
        var yes = new TariffAgreement(OfferFingerprint.Of(Smart, Flat, London), Smart.ProductCode, "1.3", "I agree", Noon);
        var chat = await AtAsync(_kraken, Confirmed with
        {
            Tariff = new()
            {
                Read = Read,
                Agreed = yes,
                Switch = new("e-1", Smart.ProductCode, TariffSwitchState.UnderWay, new(2026, 12, 1)),
            },
        });

        (await chat.SayAsync("when does the tariff start?"))[0].ShouldBe("Smart EV starts on 1 December 2026.");
        (await chat.SayAsync("what does it cost?"))[0].ShouldBe(Chat.Text("answer.cost"));
    }
}
