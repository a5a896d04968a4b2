namespace SmartFlexBot.Tests.KrakenSimulator.Tariffs;

/// <summary>The demo customers whose stories are of tariffs.</summary>
public sealed class TariffCustomerTests
{
    [Fact]
    public async Task Petra_is_on_the_smart_tariff_already()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        var petra = new EnrolmentDriver(host, "A-7A21F016", "2000000001017");
        (await petra.PresentAsync()).ShouldBe("SMART-EV-26-10-01");
        (await petra.StartRefusedAsync()).ShouldBe("KT-CT-4619");
        // In another market too: there she is on that market's.
        var quote = await QuoteTests.QuoteAsync(host, "A-7A21F016", 1017, "SMART-EV-IT");
        quote.Text("quote.currentProduct.productCode").ShouldBe("SMART-EV-IT");
    }

    [Fact]
    public async Task Quentin_has_a_fixed_term_with_an_exit_fee()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        const string agreement = "account.properties.0.electricityMeterPoints.0.present.0";
        var quentin = await new EnrolmentDriver(host, "A-F1ED0017", "2000000001018").MeterPointAsync();
        quentin.Text($"{agreement}.tariff.productCode").ShouldBe("FIXED-12M-26-02-01");
        // Begun on 25 August, in summer time.
        quentin.At($"{agreement}.validTo").GetDateTimeOffset().ShouldBe(new(2027, 8, 24, 23, 0, 0, TimeSpan.Zero));
        var product = await host.RunAsync(
            """{ energyProduct(code: "FIXED-12M-26-02-01") { isFixed isVariable term exitFees exitFeesType isAvailable } }""");
        product.Text("energyProduct.exitFees").ShouldBe("7500");
        product.Text("energyProduct.term").ShouldBe("12");
        var quote = await QuoteTests.QuoteAsync(host, "A-F1ED0017", 1018);
        quote.Text("quote.currentProduct.productCode").ShouldBe("FIXED-12M-DE");
        quote.Text("quote.currentProduct.endsOn").ShouldBe("2027-08-24");
        quote.At("quote.currentProduct.exitFee").GetDecimal().ShouldBe(8000m);
    }

    [Fact]
    public async Task Rosa_gets_a_smart_meter_first()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        var rosa = new EnrolmentDriver(host, "A-5E7E0018", "2000000001019");
        await rosa.StartAsync();
        await rosa.AcceptAsync();
        foreach (var (duration, waitsFor) in new[]
        {
            ("PT1S", "METER_EXCHANGE_EMAIL_SENT"), ("PT15M", "METER_EXCHANGE_BOOKED"), ("PT15M", "METER_INSTALLED"),
            ("P2D", "METER_READINGS_AVAILABLE"), ("P2D", "INTELLIGENT_OCTOPUS_TEST_DISPATCH_COMPLETE"),
        })
        {
            await host.AdvanceAsync(duration);
            (await rosa.StandAsync()).ShouldBe($"IN_PROGRESS {waitsFor}");
        }
    }

    [Fact]
    public async Task Tomas_is_refused_either_way()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        var tomas = new EnrolmentDriver(host, "A-2EF05020", "2000000001021");
        await tomas.StartAsync();
        await tomas.AcceptAsync();
        await host.AdvanceAsync("PT15M");
        (await tomas.StandAsync()).ShouldBe("FAILED UNABLE_TO_PROCEED");
        (await tomas.AcceptAsync()).ShouldBe("1.3");
        (await tomas.AcceptRefusedAsync(minor: 4)).ShouldBe("KT-CT-4924");
        var id = (await QuoteTests.QuoteAsync(host, "A-2EF05020", 1021)).Text("quote.quotedProductId")!;
        (await host.RefusedAsync(QuoteTests.Switch(id, "2026-11-30", "A-2EF05020"))).ShouldBe("KT-CT-4924");
        (await tomas.PresentAsync()).ShouldBe("STANDARD-VAR-25-01-01");
    }

    [Fact]
    public async Task Ullas_switch_is_cancelled_later_either_way()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        var ulla = new EnrolmentDriver(host, "A-CA9CE021", "2000000001022");
        await ulla.StartAsync();
        await ulla.AcceptAsync();
        await host.AdvanceAsync("PT59M");
        (await ulla.StandAsync()).ShouldBe("IN_PROGRESS INTELLIGENT_OCTOPUS_TEST_DISPATCH_COMPLETE");
        await host.AdvanceAsync("PT1M");
        (await ulla.StandAsync()).ShouldBe("FAILED CANCELLED");

        var id = (await QuoteTests.QuoteAsync(host, "A-CA9CE021", 1022)).Text("quote.quotedProductId")!;
        await host.RunAsync(QuoteTests.Switch(id, "2026-12-10", "A-CA9CE021"));
        (await QuoteTests.AgreementsAsync(host, "A-CA9CE021")).ShouldBe(["STANDARD-VAR-25-01-01", "SMART-EV-DE"]);
        await host.AdvanceAsync("PT1H");
        (await QuoteTests.AgreementsAsync(host, "A-CA9CE021")).ShouldBe(["STANDARD-VAR-25-01-01"]);
        await host.AdvanceAsync("P30D");
        (await ulla.PresentAsync()).ShouldBe("STANDARD-VAR-25-01-01");
    }

    [Fact]
    public async Task Sams_terms_change_between_showing_and_yes()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        await host.SteerAsync(HttpMethod.Patch, "products/SMART-EV-26-10-01", new { terms = new { version = "1.4" } });
        var sam = new EnrolmentDriver(host, "A-C4A6E019", "2000000001020");
        (await sam.StartRefusedAsync(version: "1.3")).ShouldBe("KT-CT-4626");
        await sam.StartAsync(version: "1.4");
        await host.SteerAsync(HttpMethod.Patch, "products/SMART-EV-26-10-01", new { terms = new { version = "2.0" } });
        (await sam.AcceptRefusedAsync(minor: 4)).ShouldBe("KT-CT-4626");
        (await sam.AcceptAsync(2, 0)).ShouldBe("2.0");
    }

    [Theory]
    [InlineData("A-7E51A001", 1001)]
    [InlineData("A-2B0C3003", 1004)]
    public async Task Whoever_has_no_such_story_is_on_the_standard_tariff(string account, int propertyId)
    {
        await using var host = await SimulatorHost.SignedInAsync();
        (await QuoteTests.AgreementsAsync(host, account)).ShouldBe(["STANDARD-VAR-25-01-01"]);
        (await QuoteTests.QuoteAsync(host, account, propertyId, "SMART-EV-FR")).Text("quote.currentProduct.productCode")
            .ShouldBe("STANDARD-FR");
    }
}
