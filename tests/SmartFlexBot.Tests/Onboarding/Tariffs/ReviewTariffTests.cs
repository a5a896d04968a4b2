using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Tariffs;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;
using static SmartFlexBot.Tests.Onboarding.Tariffs.OfferChats;
using static SmartFlexBot.Tests.Onboarding.Tariffs.Offers;

namespace SmartFlexBot.Tests.Onboarding.Tariffs;

/// <summary>The tariff came to nothing: why, what that means here, and the way on.</summary>
public sealed class ReviewTariffTests
{
    private readonly InMemoryKraken _kraken = new();

    [Fact]
    public async Task A_no_is_the_end_where_the_tariff_is_needed_and_it_can_be_seen_again()
    {
        var chat = await AtOfferAsync(_kraken);

        (await chat.SayAsync("no")).ShouldBe(
            [Card("tariff.reason.Declined", "tariff.then.NotConnected", "tariff.way.LookAgain")]);
        (await chat.SayAsync("hm")).ShouldBe([Chat.Text("tariff.review.retry")]);
        (await chat.PressAsync("no")).ShouldBe([Chat.Text("person"), Chat.Text("tariff.review.retry")]);
        await chat.SayAsync("try again");

        (await chat.JourneyAsync()).Tariff.ShouldBe(new TariffFacts());
        chat.Effects.Commands.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("ok")]
    public async Task A_yes_shows_it_again(string words)
    {
        var chat = await AtOfferAsync(_kraken);
        await chat.SayAsync("no");

        await chat.SayAsync(words);

        (await chat.JourneyAsync()).Tariff.Declined.ShouldBeFalse();
    }

    [Fact]
    public async Task Where_the_tariff_is_a_choice_a_no_goes_on()
    {
        var chat = await AtOfferAsync(_kraken, market: MarketOfChoice);

        (await chat.PressAsync("no")).ShouldBe(
            [Words("tariff.reason.Declined", "tariff.then.Optional"), $"[{Chat.Text("consent.title")}]"]);
    }

    [Fact]
    public async Task Where_the_tariff_is_a_choice_a_refusal_goes_on_too()
    {
        var chat = await AtBegunAsync(market: MarketOfChoice);

        (await chat.SwitchedAsync(new(Refused: TariffProblemKind.NotPossible))).ShouldBe(
            [Words("tariff.reason.NotPossible", "tariff.then.Optional"), $"[{Chat.Text("consent.title")}]"]);
    }

    [Fact]
    public async Task Where_the_tariff_is_a_choice_nothing_wrong_with_it_stops_anybody()
    {
        var chat = await AtOfferAsync(_kraken, Read with { Offered = Smart.Priced() }, MarketOfChoice);

        chat.Said.TakeLast(2).ShouldBe([Words("tariff.reason.WrongPrices", "tariff.then.Optional"), $"[{Chat.Text("consent.title")}]"]);
    }

    [Fact]
    public async Task What_was_refused_for_good_is_not_offered_again_only_looked_for()
    {
        var chat = await AtBegunAsync();
        var said = await chat.SwitchedAsync(new(Refused: TariffProblemKind.NotPossible, Code: "KT-CT-4619"));
        said.ShouldBe([Card("tariff.reason.NotPossible", "tariff.then.NotConnected", "tariff.way.AskTeam")]);
        chat.CardTexts.ShouldNotContain(Chat.Text("tariff.review.again"));

        await chat.SayAsync("try again");
        (await chat.SwitchedAsync(new(Read))).ShouldBe(said);
        (await chat.SayAsync("hm")).ShouldBe([Chat.Text("tariff.review.retry.team")]);
        (await chat.PressAsync("yes")).ShouldBe([Chat.Text("person"), Chat.Text("tariff.review.retry.team")]);
        (await chat.PressAsync("no")).ShouldBe([Chat.Text("tariff.review.later.team")]);
    }

    [Fact]
    public async Task Another_product_than_the_refused_one_is_offered()
    {
        var chat = await AtBegunAsync();
        await chat.SwitchedAsync(new(Refused: TariffProblemKind.NotPossible));
        await chat.SayAsync("try again");

        (await chat.SwitchedAsync(new(Read with { Offered = Smart with { ProductCode = "OTHER" } }))).ShouldBe(["[Tariff: Smart EV]"]);
    }

    [Fact]
    public async Task A_device_that_is_LIVE_stays_so_and_no_word_says_that_all_is_done()
    {
        _kraken.Devices.Add(Device("LIVE"));
        var chat = await AtBegunAsync(known: true);

        (await chat.SwitchedAsync(new(Refused: TariffProblemKind.NotOffered))).ShouldBe(
            [Card("tariff.reason.NotFromHere", "tariff.then.Connected", "tariff.way.AskTeam")]);
        (await chat.SayAsync("status")).ShouldContain(text => text.Contains(Chat.Text("status.next.Person"), StringComparison.Ordinal));
        (await chat.SayAsync("cancel")).ShouldBe([Chat.Text("cancel.live")]);
    }

    [Fact]
    public async Task LIVE_is_told_as_connected_while_the_tariff_that_is_needed_is_open()
    {
        _kraken.Devices.Add(Device("LIVE"));
        var market = Market with { Tariff = Market.Tariff! with { Order = TariffOrder.AfterDevice, DeadlineDays = null } };

        var chat = await AtAsync(_kraken, Begun, market);

        chat.Said.ShouldContain($"[{Chat.Text("live.connected.title", ("device", "Tesla Model 3"))}]");
    }

    private async Task<Chat> AtBegunAsync(MarketSettings? market = null, bool known = false)
    {
        var yes = new TariffAgreement(OfferFingerprint.Of(Smart, Flat, London), Smart.ProductCode, "1.3", "I agree", Noon);
        return await AtAsync(
            _kraken,
            Confirmed with
            {
                Consents = [Given(ConsentPurpose.HalfHourlyReadings)],
                Tariff = new() { Read = Read, Agreed = yes },
                LiveToldAt = known ? Noon : null,
                DeviceId = known ? "d-1" : null,
            },
            market);
    }
}
