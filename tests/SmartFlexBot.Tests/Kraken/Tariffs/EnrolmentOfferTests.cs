using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Tests.Kraken.Tariffs;

public sealed partial class EnrolmentOfferTests
{
    private const string Code = TariffMarkets.Product;
    private const string Now = "STANDARD-VAR-25-01-01";
    private const string Rates = $"/v1/products/{Code}/electricity-tariffs/E-1R-{Code}-A/standard-unit-rates/";
    private const string Period = "?period_from=2026-11-23T00:00:00Z&period_to=2026-11-24T00:00:00Z";

    private static readonly TariffScope Scope = new("A-1", 7, DeviceKind.ElectricVehicle);

    private readonly ScriptedKraken _kraken = new() { Market = TariffMarkets.Enrolment };

    public EnrolmentOfferTests()
    {
        _kraken.On("ReadTariffAccount", TariffAnswers.Account(TariffAnswers.Standard)).On("ReadTariffProduct", Offer())
            .OnGet($"products/{Now}/", TariffAnswers.Product(Now, exitFee: "7500", type: "\"FIXED\""))
            .OnGet($"products/{Code}/", TariffAnswers.Product(Code))
            .OnGet($"E-1R-{Now}-A/standard-unit-rates/", TariffAnswers.Rates(TariffAnswers.Rate("27.03", "2025-01-01T00:00:00Z", null)))
            .OnGet($"E-1R-{Now}-A/standing-charges/", TariffAnswers.Rates(TariffAnswers.Rate("53.80", "2025-01-01T00:00:00Z", null)))
            .OnGet(Rates, TariffAnswers.Rates(
                TariffAnswers.Rate("7.00", "2026-11-23T23:30:00Z", "2026-11-24T05:30:00Z"),
                TariffAnswers.Rate("28.64", "2026-11-23T05:30:00Z", "2026-11-23T23:30:00Z"),
                TariffAnswers.Rate("7.00", "2026-11-22T23:30:00Z", "2026-11-23T05:30:00Z")))
            .OnGet($"E-1R-{Code}-A/standing-charges/", TariffAnswers.Rates(TariffAnswers.Rate("55.10", "2026-10-01T00:00:00+01:00", null)));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_tariffs_come_with_the_figures_of_the_first_day_and_their_origin()
    {
        var reading = await ReadAsync();

        var at = _kraken.Time.GetUtcNow();
        (reading.ReadAt, reading.IsOnOffered).ShouldBe((at, false));
        var offered = reading.Offered.ShouldNotBeNull();
        (offered.Name, offered.ProductCode, offered.TariffCode, offered.IsFixed, offered.TermMonths, offered.StartsOn, offered.QuoteId)
            .ShouldBe(("Smart EV", Code, $"E-1R-{Code}-A", false, null, new DateOnly(2026, 11, 23), null));
        offered.Terms.ShouldBe(new("Smart terms", "1.3", new("https://terms.example.test/1.3.pdf")));
        offered.Prices.Day.ShouldBe(new(2026, 11, 23));
        offered.Prices.Pieces.Select(piece => (piece.From, piece.To, piece.Price.Amount)).ShouldBe(
        [
            (Utc(22, 23, 30), Utc(23, 5, 30), 7.00m),
            (Utc(23, 5, 30), Utc(23, 23, 30), 28.64m),
            (Utc(23, 23, 30), Utc(24, 5, 30), 7.00m),
        ]);
        offered.Prices.Pieces[0].Price.ShouldBe(
            new(
                7.00m, "GBP", IsMinor: true, FigurePer.KilowattHour, VatIncluded: true,
                FigureOrigin.ApiField("standard-unit-rates.value_inc_vat", at)));
        offered.StandingCharge.ShouldBe(
            new(55.10m, "GBP", true, FigurePer.Day, true, FigureOrigin.ApiField("standing-charges.value_inc_vat", at)));
        offered.ExitFee.ShouldBe(new(0m, "GBP", true, FigurePer.Once, true, FigureOrigin.ApiField("products.exit_fees_inc_vat", at)));

        var now = reading.Now.ShouldNotBeNull();
        (now.Name, now.ProductCode, now.TariffCode, now.IsFixed).ShouldBe(("Standard", Now, $"E-1R-{Now}-A", false));
        now.Prices.Pieces.ShouldHaveSingleItem().Price.Amount.ShouldBe(27.03m);
        (now.StandingCharge!.Amount, now.ExitFee!.Amount).ShouldBe((53.80m, 7500m));
        _kraken.Gets.ShouldContain(Rates + Period);
    }

    [Theory]
    [InlineData("2026-10-25T09:00:00Z", "?period_from=2026-10-24T23:00:00Z&period_to=2026-10-26T00:00:00Z")]
    [InlineData("2026-03-29T09:00:00Z", "?period_from=2026-03-29T00:00:00Z&period_to=2026-03-29T23:00:00Z")]
    [InlineData("2026-07-01T23:30:00Z", "?period_from=2026-07-01T23:00:00Z&period_to=2026-07-02T23:00:00Z")]
    public async Task The_day_is_the_markets_whole_local_day(string moment, string period)
    {
        var early = new ScriptedKraken(
            DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture))
        { Market = TariffMarkets.Enrolment };
        early.On("ReadTariffAccount", TariffAnswers.Account(TariffAnswers.Standard)).On("ReadTariffProduct", Offer());

        await early.Start().GetRequiredService<ITariffJourney>().ReadOfferAsync(Scope, Stop);

        early.Gets.ShouldContain($"/v1/products/{Now}/electricity-tariffs/E-1R-{Now}-A/standard-unit-rates/{period}");
    }

    [Theory]
    [InlineData("\"displayName\":null,\"fullName\":\"Whole\"", "Whole")]
    [InlineData("\"displayName\":null,\"fullName\":null", "Shown")]
    public async Task The_present_tariff_has_the_best_name_that_is_told_of_it(string names, string name)
    {
        _kraken.Now(
            "ReadTariffAccount", TariffAnswers.Account(TariffAnswers.Standard.Replace("\"displayName\":\"Standard\"", names)));

        (await ReadAsync()).Now!.Name.ShouldBe(name);
    }

    [Fact]
    public async Task A_tariff_that_nobody_names_has_its_code_as_name()
    {
        _kraken.Now("ReadTariffAccount", TariffAnswers.Account(
                TariffAnswers.Standard.Replace("\"displayName\":\"Standard\"", "\"displayName\":null")))
            .OnGet($"products/{Now}/", TariffAnswers.Product(Now).Replace("\"Shown\"", "null"));

        (await ReadAsync()).Now!.Name.ShouldBe(Now);
    }

    [Fact]
    public async Task Terms_that_are_not_in_force_yet_are_not_shown()
    {
        _kraken.Now("ReadTariffProduct", Offer(terms: """
            [{"name":"Old","version":"1.2","pdfUrl":"javascript:alert(1)","effectiveFrom":"2026-01-01T00:00:00Z"},
             {"name":"Now","version":null,"pdfUrl":"javascript:alert(1)","effectiveFrom":"2026-06-01T00:00:00Z"},
             {"name":"Later","version":"2.0","effectiveFrom":"2027-01-01T00:00:00Z"}]
            """));

        (await ReadAsync()).Offered!.Terms.ShouldBe(new("Now", Version: null, Url: null));
    }

    [Theory]
    [InlineData("""{"data":{"product":null,"terms":[]}}""")]
    [InlineData("""{"data":{"product":{"code":"X","isAvailable":false},"terms":[]}}""")]
    [InlineData("""{"data":{"product":{"code":"X","availableTo":"2026-11-01T00:00:00Z"},"terms":[]}}""")]
    [InlineData("""{"data":{"product":{"code":"X","availableFrom":"2026-12-01T00:00:00Z"},"terms":[]}}""")]
    [InlineData("""{"errors":[{"message":"m","path":["product"],"extensions":"""
        + """{"errorType":"NOT_FOUND","errorCode":"KT-CT-9999"}}],"data":{"product":null,"terms":null}}""")]
    public async Task A_product_that_is_not_available_is_not_offered(string answer)
    {
        _kraken.Now("ReadTariffProduct", answer);

        var reading = await ReadAsync();

        reading.Offered.ShouldBeNull();
        reading.Now.ShouldNotBeNull();
    }

    [Fact]
    public async Task Nothing_is_offered_for_a_device_without_a_product()
    {
        (await ReadAsync(DeviceKind.HeatPump)).Offered.ShouldBeNull();
        (await ReadAsync(DeviceKind.ChargePoint)).Offered!.ProductCode.ShouldBe("SMART-CHARGER-26-10-01");
    }

    [Fact]
    public async Task Someone_on_the_offered_product_is_said_to_be_on_it()
    {
        _kraken.Now("ReadTariffAccount", TariffAnswers.Account(TariffAnswers.Smart("2026-11-01T00:00:00Z")));

        var reading = await ReadAsync();

        reading.IsOnOffered.ShouldBeTrue();
        reading.Now!.ProductCode.ShouldBe(Code);
    }

    [Theory]
    [InlineData("""{"data":{"account":null}}""")]
    [InlineData("""{"errors":[{"message":"m","path":["account"],"extensions":{"errorCode":"KT-CT-1111"}}],"data":{"account":null}}""")]
    public async Task An_account_that_Kraken_does_not_show_is_a_failure(string answer)
    {
        _kraken.Now("ReadTariffAccount", answer);

        await Should.ThrowAsync<TenantUnavailableException>(ReadAsync);
    }

    [Theory]
    [InlineData("<html>", HttpStatusCode.OK)]
    [InlineData("""{"results":7}""", HttpStatusCode.OK)]
    [InlineData("{}", HttpStatusCode.ServiceUnavailable)]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    [InlineData("{}", HttpStatusCode.Redirect)]
    public async Task A_REST_without_a_usable_answer_is_a_failure(string body, HttpStatusCode status)
    {
        _kraken.OnGet(Rates, body, status);

        await Should.ThrowAsync<TenantUnavailableException>(ReadAsync);
    }

    [Fact]
    public async Task Part_of_an_answer_that_failed_is_not_taken_for_nothing()
    {
        _kraken.Now("ReadTariffProduct",
            """{"errors":[{"message":"m","path":["terms"],"extensions":{"errorCode":"KT-CT-7899"}}],"data":{"product":"""
                + """{"code":"X"},"terms":null}}""");

        await Should.ThrowAsync<TenantUnavailableException>(ReadAsync);
    }

    private Task<TariffReading> ReadAsync() => ReadAsync(DeviceKind.ElectricVehicle);

    private Task<TariffReading> ReadAsync(DeviceKind kind) =>
        _kraken.Start().GetRequiredService<ITariffJourney>().ReadOfferAsync(Scope with { DeviceKind = kind }, Stop);

    private const string Terms =
        """[{"name":"Smart terms","version":"1.3","pdfUrl":"https://terms.example.test/1.3.pdf","effectiveFrom":"2026-10-01T00:00:00Z"}]""";

    private static string Offer(string? terms = null) => $$$"""
        {"data":{"product":{"code":"{{{Code}}}","displayName":"Smart EV","isAvailable":true,"isFixed":false,"isVariable":true,"term":null,
        "availableTo":null},
        "terms":{{{terms ?? Terms}}}}}
        """;

    private static string Page(string value, string from, string? next) =>
        TariffAnswers.Rates(TariffAnswers.Rate(value, from, "2026-11-24T00:00:00Z"))
        .Replace("\"next\":null", next is null ? "\"next\":null" : $"\"next\":\"{next}\"", StringComparison.Ordinal);

    private static DateTimeOffset Utc(int day, int hour, int minute) => new(2026, 11, day, hour, minute, 0, TimeSpan.Zero);
}
