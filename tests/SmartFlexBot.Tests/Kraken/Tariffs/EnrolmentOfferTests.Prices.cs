using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Tests.Kraken.Tariffs;

/// <content>What the REST tells of prices.</content>
public sealed partial class EnrolmentOfferTests
{
    [Theory]
    [InlineData("2026-11-23T00:00:00Z", "2026-12-01T00:00:00Z", true)]
    [InlineData("2026-10-01T00:00:00Z", "2026-11-23T00:00:00Z", false)]
    [InlineData("2026-10-01T00:00:00Z", "2026-11-23T00:00:01Z", true)]
    [InlineData("2026-11-23T00:00:01Z", null, false)]
    public async Task The_standing_charge_is_the_one_that_holds_when_the_day_begins(string from, string? to, bool isIt)
    {
        _kraken.OnGet($"E-1R-{Code}-A/standing-charges/", TariffAnswers.Rates(TariffAnswers.Rate("55.10", from, to)));

        (await ReadAsync()).Offered!.StandingCharge?.Amount.ShouldBe(55.10m);
        ((await ReadAsync()).Offered!.StandingCharge is not null).ShouldBe(isIt);
    }

    [Fact]
    public async Task Pages_are_followed_on_the_same_host()
    {
        _kraken
            .OnGet(Rates + Period, Page("7.00", "2026-11-23T00:00:00Z", $"http://elsewhere.example.test{Rates}?page=2"))
            .OnGet(Rates + "?page=2", Page("8.00", "2026-11-23T05:30:00Z", next: null));

        (await ReadAsync()).Offered!.Prices.Pieces.Select(piece => piece.Price.Amount).ShouldBe([7.00m, 8.00m]);
    }

    [Fact]
    public async Task Pages_without_an_end_are_given_up()
    {
        _kraken.OnGet(Rates, Page("7.00", "2026-11-23T00:00:00Z", $"https://api.example.test{Rates}?page=2"));

        await Should.ThrowAsync<TenantUnavailableException>(ReadAsync);
    }

    [Fact]
    public async Task Direct_debit_is_preferred_to_other_ways_of_paying()
    {
        _kraken.OnGet(Rates, TariffAnswers.Rates(
            TariffAnswers.Rate("30", "2026-11-01T00:00:00Z", null, "NON_DIRECT_DEBIT"), TariffAnswers.Rate(
                "28", "2026-11-01T00:00:00Z", null, "DIRECT_DEBIT")));
        (await ReadAsync()).Offered!.Prices.Pieces.ShouldHaveSingleItem().Price.Amount.ShouldBe(28m);

        _kraken.OnGet(Rates, TariffAnswers.Rates(TariffAnswers.Rate("30", "2026-11-01T00:00:00Z", null, "SOMETHING_NEW")));
        (await ReadAsync()).Offered!.Prices.Pieces.ShouldHaveSingleItem().Price.Amount.ShouldBe(30m);
    }

    [Fact]
    public async Task A_decimal_is_never_rounded()
    {
        _kraken.OnGet(Rates, TariffAnswers.Rates(TariffAnswers.Rate("7.123456789012345678901234", "2026-11-01T00:00:00Z", null)));

        (await ReadAsync()).Offered!.Prices.Pieces.Single().Price.Amount.ShouldBe(7.123456789012345678901234m);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("1e40")]
    [InlineData("\"dear\"")]
    [InlineData("{\"pence\":7}")]
    public async Task A_price_that_is_no_amount_leaves_a_gap(string value)
    {
        _kraken.OnGet(Rates, TariffAnswers.Rates(
            TariffAnswers.Rate(value, "2026-11-23T00:00:00Z", "2026-11-23T05:30:00Z"), TariffAnswers.Rate(
                "28.64", "2026-11-23T05:30:00Z", "2026-11-24T00:00:00Z")));

        (await ReadAsync()).Offered!.Prices.Pieces.ShouldHaveSingleItem().From.ShouldBe(Utc(23, 5, 30));
    }

    [Fact]
    public async Task Odd_prices_go_through_as_they_are()
    {
        _kraken.OnGet(Rates, TariffAnswers.Rates(
            TariffAnswers.Rate("-7", "2026-11-23T00:00:00Z", "2026-11-23T06:00:00Z"),
            TariffAnswers.Rate("99999999", "2026-11-23T05:00:00Z", "2026-11-23T04:00:00Z"),
            TariffAnswers.Rate("\"5.5\"", "2026-11-23T12:00:00Z", "2026-11-23T13:00:00Z")));

        (await ReadAsync()).Offered!.Prices.Pieces.Select(piece => piece.Price.Amount).ShouldBe([-7m, 99999999m, 5.5m]);
    }

    [Theory]
    [InlineData("2026-11-23T00:00:00", null)]
    [InlineData("yesterday", null)]
    [InlineData("2026-11-23T00:00:00Z", "tomorrow")]
    [InlineData("2026-11-24T00:00:00Z", null)]
    [InlineData("2026-11-21T00:00:00Z", "2026-11-23T00:00:00Z")]
    public async Task A_price_of_another_day_or_of_no_certain_time_gives_no_piece(string from, string? to)
    {
        _kraken.OnGet(Rates, TariffAnswers.Rates(TariffAnswers.Rate("7", from, to)));

        (await ReadAsync()).Offered!.Prices.Pieces.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_REST_does_not_have_is_missing_and_said_by_nothing_else()
    {
        var bare = new ScriptedKraken { Market = TariffMarkets.Enrolment };
        bare.On("ReadTariffAccount", TariffAnswers.Account(TariffAnswers.Standard)).On("ReadTariffProduct", Offer(terms: "[]"));

        var reading = await bare.Start().GetRequiredService<ITariffJourney>().ReadOfferAsync(Scope, Stop);

        var offered = reading.Offered.ShouldNotBeNull();
        (offered.TariffCode, offered.StandingCharge, offered.ExitFee, offered.Terms).ShouldBe((null, null, null, null));
        offered.Prices.Pieces.ShouldBeEmpty();
        reading.Now!.StandingCharge!.Origin.Name.ShouldBe("agreements.tariff.standingCharge");
        reading.Now.StandingCharge.Amount.ShouldBe(53.8m);
    }

    [Fact]
    public async Task An_exit_fee_that_is_a_share_is_no_sum()
    {
        _kraken.OnGet($"products/{Code}/", TariffAnswers.Product(Code, exitFee: "10", type: "\"PERCENTAGE\""));

        (await ReadAsync()).Offered!.ExitFee.ShouldBeNull();
    }
}
