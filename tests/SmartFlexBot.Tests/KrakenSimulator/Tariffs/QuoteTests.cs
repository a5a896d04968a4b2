namespace SmartFlexBot.Tests.KrakenSimulator.Tariffs;

public sealed class QuoteTests
{
    private const string Anna = "A-7E51A001";

    [Fact]
    public async Task A_quote_shows_the_present_product_of_that_market_beside_the_offered_one()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        var quote = await QuoteAsync(host);
        quote.Text("quote.currentProduct.productCode").ShouldBe("STANDARD-DE");
        quote.Text("quote.offeredProduct.productCode").ShouldBe("SMART-EV-DE");
        quote.Text("quote.offeredProduct.currency").ShouldBe("EUR");
        quote.Text("quote.offeredProduct.amountsInMinorUnit").ShouldBe("true");
        quote.At("quote.offeredProduct.standingChargePerMonth").GetDecimal().ShouldBe(1290m);
        quote.Text("quote.offeredProduct.standingChargePerDay").ShouldBeNull();
        quote.Text("quote.offeredProduct.terms.version").ShouldBe("1.3");
        quote.At("quote.currentProduct.unitRates").GetArrayLength().ShouldBe(1);
        quote.Text("quote.currentProduct.unitRates.0.validTo").ShouldBeNull();
    }

    [Theory]
    [InlineData("2026-03-29", 23, "2026-03-28T22:30Z", "2026-03-29T03:30Z")]
    [InlineData("2026-10-25", 25, "2026-10-24T21:30Z", "2026-10-25T04:30Z")]
    [InlineData("2026-11-23", 24, "2026-11-22T22:30Z", "2026-11-23T04:30Z")]
    public async Task Its_rates_are_those_of_the_local_day_of_Berlin(string day, int hours, string cheapFrom, string cheapTo)
    {
        await using var host = await SimulatorHost.SignedInAsync();
        var rates = (await QuoteAsync(host, day: day)).At("quote.offeredProduct.unitRates").EnumerateArray()
            .Select(rate => (
                From: rate.GetProperty("validFrom").GetDateTimeOffset(),
                To: rate.GetProperty("validTo").GetDateTimeOffset(),
                Price: rate.GetProperty("unitPrice").GetDecimal()))
            .ToList();
        rates.Select(rate => rate.Price).ShouldBe([19.90m, 34.80m, 19.90m]);
        (rates[0].From, rates[0].To).ShouldBe((Moment(cheapFrom), Moment(cheapTo)));
        // From the midnight inside the first window to the one inside the last: half an hour of each is another day's.
        (rates[2].From + TimeSpan.FromMinutes(30) - (rates[0].From + TimeSpan.FromMinutes(30))).ShouldBe(TimeSpan.FromHours(hours));
    }

    [Fact]
    public async Task Each_quote_has_its_id_and_changes_nothing()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        var ids = new[] { (await QuoteAsync(host)).Text("quote.quotedProductId"), (await QuoteAsync(host)).Text("quote.quotedProductId") };
        ids.ShouldBeUnique();
        (await AgreementsAsync(host)).ShouldBe(["STANDARD-VAR-25-01-01"]);
        (await host.ShowAsync("mutations")).GetProperty("counts").EnumerateArray()
            .Select(count => count.GetProperty("name").GetString()).ShouldBe(["obtainKrakenToken"]);
    }

    [Fact]
    public async Task A_switch_from_a_quote_begins_on_its_day()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        await host.SteerAsync(HttpMethod.Post, "clock", new { speed = 0 });
        var dates = await DatesAsync(host);
        dates[0].ShouldBe("2026-11-24");
        var id = (await QuoteAsync(host)).Text("quote.quotedProductId")!;
        (await host.RunAsync(Switch(id, "2026-11-30"))).Text("initiateProductSwitch.productCode").ShouldBe("SMART-EV-DE");
        (await AgreementsAsync(host, excludeFuture: true)).ShouldBe(["STANDARD-VAR-25-01-01"]);
        (await AgreementsAsync(host)).ShouldBe(["STANDARD-VAR-25-01-01", "SMART-EV-DE"]);
        // Midnight in Berlin is 23:00 UTC.
        await host.AdvanceAsync("P6DT14H59M");
        (await AgreementsAsync(host, excludeFuture: true)).ShouldBe(["STANDARD-VAR-25-01-01"]);
        await host.AdvanceAsync("PT1M");
        (await AgreementsAsync(host, excludeFuture: true)).ShouldBe(["SMART-EV-DE"]);
    }

    [Fact]
    public async Task A_day_that_the_fast_clock_has_reached_before_the_calendar_is_told_as_today()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        var id = (await QuoteAsync(host)).Text("quote.quotedProductId")!;
        await host.RunAsync(Switch(id, "2026-11-30"));
        await host.AdvanceAsync("P7D");
        const string meter = "account.properties.0.electricityMeterPoints.0";
        var shown = await new EnrolmentDriver(host, Anna, "2000000001001").MeterPointAsync();
        shown.Text($"{meter}.present.0.tariff.productCode").ShouldBe("SMART-EV-DE");
        shown.At($"{meter}.present.0.validFrom").GetDateTimeOffset().ShouldBe(new(2026, 11, 22, 23, 0, 0, TimeSpan.Zero));
        shown.At($"{meter}.all.0.validTo").GetDateTimeOffset().ShouldBe(new(2026, 11, 22, 23, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void What_is_assumed_says_so()
    {
        var definitions = GraphQLParser.Parser.Parse(SmartFlexBot.KrakenSimulator.KrakenSchemaFile.ReadAssumed()).Definitions;
        definitions.OfType<GraphQLParser.AST.GraphQLObjectTypeExtension>().ShouldHaveSingleItem().Fields!
            .Select(field => field.Name.StringValue)
            .ShouldBe(["assumedTariffQuote"]);
        definitions.OfType<GraphQLParser.AST.GraphQLTypeDefinition>()
            .ShouldAllBe(type => type.Name.StringValue.StartsWith("Assumed") && type.Description!.Value.ToString().Contains("Assumed."));
        SmartFlexBot.KrakenSimulator.KrakenSchemaFile.Read().ShouldNotContain("assumedTariffQuote");
    }

    [Fact]
    public async Task A_wrong_quote_day_or_agreement_is_refused_by_code()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        (await host.RefusedAsync(Switch("nothing", "2026-11-30"))).ShouldBe("KT-CT-4626");
        var id = (await QuoteAsync(host)).Text("quote.quotedProductId")!;
        (await host.RefusedAsync(Switch(id, "2026-11-23"))).ShouldBe("KT-CT-1507");
        (await host.RefusedAsync(Switch(id, "2027-11-23"))).ShouldBe("KT-CT-1507");
        (await host.RefusedAsync("{ availableProductSwitchDates(agreementId: 5) }")).ShouldBe("KT-CT-1501");
        (await host.RefusedAsync(Asked(1001, "NOTHING"))).ShouldBe("KT-CT-4626");
        (await host.RefusedAsync(Asked(1002, "SMART-EV-DE"))).ShouldBe("KT-CT-1111");
        await host.RunAsync(Switch(id, "2026-11-30"));
        (await host.RefusedAsync(Switch(id, "2026-11-30"))).ShouldBe("KT-CT-4624");
        (await host.CountAsync("initiateProductSwitch", Anna)).ShouldBe((1, 4));
    }

    [Fact]
    public async Task A_quote_of_yesterday_is_stale()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        var id = (await QuoteAsync(host)).Text("quote.quotedProductId")!;
        host.Time.Advance(TimeSpan.FromDays(1.1));
        await host.SignInAsync();
        (await host.RefusedAsync(Switch(id, "2026-11-30"))).ShouldBe("KT-CT-4626");
    }

    internal static Task<GraphQLAnswer> QuoteAsync(
        SimulatorHost host, string account = Anna, int propertyId = 1001, string product = "SMART-EV-DE", string day = "2026-11-23") =>
        host.RunAsync("""
            query($a: String!, $p: Int!, $c: String!, $d: Date!) {
              quote: assumedTariffQuote(accountNumber: $a, propertyId: $p, productCode: $c, day: $d) {
                quotedProductId offeredProduct { ...T } currentProduct { ...T } } }
            fragment T on AssumedTariff { productCode displayName isFixed endsOn termMonths currency amountsInMinorUnit vatIncluded
              standingChargePerDay standingChargePerMonth exitFee unitRates { validFrom validTo unitPrice } terms { name version url } }
            """, new { a = account, p = propertyId, c = product, d = day });

    internal static string Switch(string id, string day, string account = Anna) =>
        $$"""
        mutation {
          initiateProductSwitch(input: { accountNumber: "{{account}}", quotedProductId: "{{id}}", switchDate: "{{day}}" }) {
            productCode switchDate } }
        """;

    internal static string Asked(int propertyId, string product) =>
        $$"""
        { assumedTariffQuote(accountNumber: "{{Anna}}", propertyId: {{propertyId}}, productCode: "{{product}}", day: "2026-11-23") {
          quotedProductId } }
        """;

    internal static async Task<IReadOnlyList<string?>> AgreementsAsync(
        SimulatorHost host, string account = Anna, bool excludeFuture = false)
    {
        var answer = await host.RunAsync("""
            query($a: String!, $f: Boolean) { account(accountNumber: $a) { properties { electricityMeterPoints {
              agreements(excludeFuture: $f) { tariff { productCode } } } } } }
            """, new { a = account, f = excludeFuture });
        return [.. answer.At("account.properties.0.electricityMeterPoints.0.agreements").EnumerateArray()
            .Select(agreement => agreement.GetProperty("tariff").GetProperty("productCode").GetString())];
    }

    private static async Task<IReadOnlyList<string?>> DatesAsync(SimulatorHost host) =>
        [.. (await host.RunAsync("{ availableProductSwitchDates(agreementId: 100101) }")).At("availableProductSwitchDates").EnumerateArray()
            .Select(date => date.GetString())];

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
