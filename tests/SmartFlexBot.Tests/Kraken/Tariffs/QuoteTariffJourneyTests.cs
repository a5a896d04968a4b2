using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.Kraken.Client;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Tests.Kraken.Tariffs;

public sealed class QuoteTariffJourneyTests
{
    private const string Code = "SMART-EV-DE";

    private static readonly TariffScope Scope = new("A-1", 7, DeviceKind.ElectricVehicle);
    private static readonly AgreedTariff Agreed = new(Code, "2.0", new(2026, 12, 1), "Q-1", AgreesToHalfHourlyReadings: true);

    private readonly ScriptedKraken _kraken = new() { Market = TariffMarkets.Quote };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_quote_is_asked_for_the_first_possible_day_and_read_by_our_names()
    {
        Offers(Tariff());

        var reading = await Journey().ReadOfferAsync(Scope, Stop);

        _kraken.Asked("ReadSwitchDates").ShouldHaveSingleItem().Variables.ToJsonString().ShouldBe("""{"agreementId":701}""");
        _kraken.Asked("TariffQuote").ShouldHaveSingleItem().Variables.ToJsonString().ShouldBe(
            """{"accountNumber":"A-1","propertyId":7,"productCode":"SMART-EV-DE","day":"2026-12-01"}""");
        var at = _kraken.Time.GetUtcNow();
        var offered = reading.Offered.ShouldNotBeNull();
        (offered.Name, offered.ProductCode, offered.IsFixed, offered.EndsOn, offered.TermMonths, offered.StartsOn, offered.QuoteId)
            .ShouldBe(("Smart EV", Code, true, new DateOnly(2027, 11, 30), 12, new DateOnly(2026, 12, 1), "Q-1"));
        offered.Terms.ShouldBe(new("AGB", "2.0", new("https://terms.example.test/2.0")));
        offered.Prices.Day.ShouldBe(new(2026, 12, 1));
        offered.Prices.Pieces.Select(piece => piece.Price.Amount).ShouldBe([18.5m, 32.1m]);
        offered.Prices.Pieces[0].Price.ShouldBe(
            new(
                18.5m, "EUR", IsMinor: true, FigurePer.KilowattHour, VatIncluded: true,
                FigureOrigin.ApiField("assumedTariffQuote.unitRates.price", at)));
        offered.StandingCharge.ShouldBe(
            new(1190m, "EUR", true, FigurePer.Month, true, FigureOrigin.ApiField("assumedTariffQuote.standingChargePerMonth", at)));
        offered.ExitFee.ShouldBe(new(0m, "EUR", true, FigurePer.Once, true, FigureOrigin.ApiField("assumedTariffQuote.exitFee", at)));
        (reading.Now!.ProductCode, reading.Now.Name, reading.Now.Prices.Pieces.Count, reading.IsOnOffered)
            .ShouldBe(("STANDARD-VAR-25-01-01", "Standard", 0, false));
    }

    [Theory]
    [InlineData("\"currency\":null,\"amountsInMinorUnit\":true", "EUR", true)]
    [InlineData("\"currency\":\"CHF\",\"amountsInMinorUnit\":false", "CHF", false)]
    [InlineData("\"currency\":\"EUR\",\"amountsInMinorUnit\":null", "", false)]
    [InlineData("\"currency\":\"EUR\"", "", false)]
    public async Task An_amount_without_its_unit_has_no_currency(string unit, string currency, bool isMinor)
    {
        Offers($$"""{"productCode":"{{Code}}",{{unit}},"exitFee":1.5}""");

        var fee = (await Journey().ReadOfferAsync(Scope, Stop)).Offered!.ExitFee!;

        (fee.Amount, fee.Currency, fee.IsMinor, fee.VatIncluded).ShouldBe((1.5m, currency, isMinor, null));
    }

    [Theory]
    [InlineData(Code, "OTHER", true)]
    [InlineData("OTHER", Code, true)]
    [InlineData("OTHER", "OTHER", false)]
    public async Task Who_is_on_the_product_is_told_by_the_agreement_or_by_the_quote(string agreed, string quoted, bool isOnIt)
    {
        Offers(Tariff());
        _kraken.Now("ReadTariffAccount", TariffAnswers.Account(TariffAnswers.Standard.Replace("STANDARD-VAR-25-01-01", agreed)))
            .Now("TariffQuote", $$$"""
                {"data":{"quote":{"quotedProductId":"Q-1","offered":{{{Tariff()}}},"now":{"productCode":"{{{quoted}}}"} } } }
                """);

        (await Journey().ReadOfferAsync(Scope, Stop)).IsOnOffered.ShouldBe(isOnIt);
    }

    [Theory]
    [InlineData("\"displayName\":\"Shown\",\"fullName\":\"Whole\"", "Shown")]
    [InlineData("\"displayName\":null,\"fullName\":\"Whole\"", "Whole")]
    [InlineData("\"displayName\":null,\"fullName\":null", "STANDARD-VAR-25-01-01")]
    public async Task The_present_tariff_has_the_best_name_that_its_agreement_tells(string names, string name)
    {
        Offers(Tariff());
        _kraken.Now(
            "ReadTariffAccount", TariffAnswers.Account(TariffAnswers.Standard.Replace("\"displayName\":\"Standard\"", names)));

        (await Journey().ReadOfferAsync(Scope, Stop)).Now!.Name.ShouldBe(name);
    }

    [Fact]
    public async Task A_bare_quote_is_a_tariff_of_which_nothing_is_told()
    {
        Offers($$"""{"productCode":"{{Code}}","unitRates":[null,{"from":"2026-12-01T00:00:00","price":1},{"price":null},"""
            + $$"""{"price":"much"}],"terms":{"name":null} }""");

        var offered = (await Journey().ReadOfferAsync(Scope, Stop)).Offered.ShouldNotBeNull();

        (offered.Name, offered.StandingCharge, offered.ExitFee, offered.IsFixed, offered.EndsOn).ShouldBe((Code, null, null, null, null));
        offered.Prices.Pieces.ShouldBeEmpty();
        offered.Terms.ShouldBe(new(Code, Version: null, Url: null));
    }

    [Theory]
    [InlineData("""{"data":{"quote":null}}""")]
    [InlineData("""{"data":{"quote":{"quotedProductId":null,"offered":null,"now":null}}}""")]
    [InlineData("""{"errors":[{"message":"m","path":["quote"],"extensions":{"errorCode":"KT-CT-4626"}}],"data":{"quote":null}}""")]
    public async Task Without_a_quote_nothing_is_offered(string answer)
    {
        Offers(Tariff());
        _kraken.Now("TariffQuote", answer);

        var reading = await Journey().ReadOfferAsync(Scope, Stop);

        (reading.Offered, reading.Now!.ProductCode).ShouldBe((null, "STANDARD-VAR-25-01-01"));
    }

    [Theory]
    [InlineData("""{"errors":[{"message":"Cannot query field 'assumedTariffQuote' on type 'Query'."}]}""")]
    [InlineData("""{"errors":[{"message":"m","path":["quote"],"extensions":{"errorCode":"KT-CT-7899"}}],"data":{"quote":null}}""")]
    [InlineData("""{"data":{"quote":[1]}}""")]
    public async Task A_quote_that_fails_is_a_failure(string answer)
    {
        Offers(Tariff());
        _kraken.Now("TariffQuote", answer);

        await Should.ThrowAsync<TenantUnavailableException>(() => Journey().ReadOfferAsync(Scope, Stop));
    }

    [Theory]
    [InlineData("""{"data":{"dates":[]}}""")]
    [InlineData("""{"errors":[{"message":"m","path":["dates"],"extensions":{"errorCode":"KT-CT-1507"}}],"data":{"dates":null}}""")]
    public async Task Without_a_possible_day_the_offer_has_none(string dates)
    {
        Offers(Tariff());
        _kraken.Now("ReadSwitchDates", dates);

        (await Journey().ReadOfferAsync(Scope, Stop)).Offered!.StartsOn.ShouldBeNull();
        _kraken.Asked("TariffQuote").Single().Variables["day"]!.GetValue<string>().ShouldBe("2026-11-24");
    }

    [Fact]
    public async Task A_switch_is_begun_from_the_quote_that_was_agreed_to()
    {
        _kraken.On("InitiateProductSwitch", """{"data":{"result":{"productCode":"SMART-EV-DE","switchDate":"2026-12-02"}}}""");

        (await Journey().BeginAsync(Scope, Agreed, Stop)).ShouldBe(
            new TariffResult.Ok(new(Id: null, Code, TariffSwitchState.UnderWay, new(2026, 12, 2))));
        _kraken.Asked("InitiateProductSwitch").ShouldHaveSingleItem().Variables["input"]!.ToJsonString().ShouldBe(
            """{"accountNumber":"A-1","quotedProductId":"Q-1","switchDate":"2026-12-01"}""");
    }

    [Fact]
    public async Task Without_a_quote_nothing_is_begun()
    {
        (await Journey().BeginAsync(Scope, Agreed with { QuoteId = null }, Stop)).ShouldBe(
            new TariffResult.Refused(TariffProblemKind.OfferGone, null));

        _kraken.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_day_the_first_possible_one_is_asked_for()
    {
        Offers(Tariff());
        _kraken.On("InitiateProductSwitch", """{"data":{"result":{"productCode":"SMART-EV-DE","switchDate":"2026-12-01"}}}""");

        await Journey().BeginAsync(Scope, Agreed with { StartsOn = null }, Stop);
        _kraken.Now("ReadSwitchDates", """{"data":{"dates":null}}""");

        (await Journey().BeginAsync(Scope, Agreed with { StartsOn = null }, Stop)).ShouldBe(
            new TariffResult.Refused(TariffProblemKind.DateNotPossible, null));
        _kraken.Asked("InitiateProductSwitch").ShouldHaveSingleItem().Variables["input"]!["switchDate"]!.GetValue<string>().ShouldBe(
            "2026-12-01");
    }

    [Fact]
    public async Task A_day_out_of_range_is_told()
    {
        _kraken.On("InitiateProductSwitch", ScriptedKraken.Error("KT-CT-1507", "result"));

        (await Journey().BeginAsync(Scope, Agreed, Stop)).ShouldBe(
            new TariffResult.Refused(TariffProblemKind.DateNotPossible, "KT-CT-1507"));
    }

    [Fact]
    public async Task A_switch_whose_answer_is_lost_is_found_by_reading()
    {
        _kraken.On("InitiateProductSwitch", () => new(HttpStatusCode.GatewayTimeout));
        _kraken.On("ReadSwitches", $$$"""
            {"data":{"a0":{"properties":[{"id":"7","electricityMeterPoints":[{"mpan":"m","agreements":[{{{TariffAnswers.Standard}}},
            {"id":702,"validFrom":"2026-12-01T00:00:00+01:00","tariff":{"productCode":"{{{Code}}}"}}]}]}]} } }
            """);
        var journey = Journey();

        await Should.ThrowAsync<KrakenOutcomeUnknownException>(() => journey.BeginAsync(Scope, Agreed, Stop));

        var found = new TariffSwitch(Id: null, Code, TariffSwitchState.UnderWay, new(2026, 12, 1));
        (await journey.FindSwitchAsync(Scope, Code, Stop)).ShouldBe(found);
        _kraken.Time.Advance(TimeSpan.FromDays(7.5));
        (await journey.FindSwitchAsync(Scope, Code, Stop)).ShouldBe(found with { State = TariffSwitchState.Done });
    }

    [Fact]
    public async Task Terms_are_agreed_to_with_the_switch() =>
        (await Journey().AcceptTermsAsync(Scope, "x", "1.3", Stop)).ShouldBe(new TariffResult.Refused(TariffProblemKind.NotOffered, null));

    private ITariffJourney Journey() => _kraken.Start().GetRequiredService<ITariffJourney>();

    private void Offers(string tariff) => _kraken
        .On("ReadTariffAccount", TariffAnswers.Account(TariffAnswers.Standard))
        .On("ReadSwitchDates", """{"data":{"dates":["2026-12-02","2026-12-01","soon",null]}}""")
        .On("TariffQuote", $$$"""{"data":{"quote":{"quotedProductId":"Q-1","offered":{{{tariff}}},"now":null} } }""");

    private static string Tariff() => $$"""
        {"productCode":"{{Code}}","name":"Smart EV","isFixed":true,"endsOn":"2027-11-30","termMonths":12,"currency":"EUR",
        "amountsInMinorUnit":true,"vatIncluded":true,
        "standingChargePerDay":null,"standingChargePerMonth":1190,"exitFee":0,
        "unitRates":[{"from":"2026-12-01T05:00:00+01:00","to":null,"price":"32.1"},{"from":null,"to":"2026-12-01T05:00:00+01:00",
        "price":18.5}],
        "terms":{"name":"AGB","version":"2.0","url":"https://terms.example.test/2.0"} }
        """;
}
