using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace SmartFlexBot.Tests.KrakenSimulator.Tariffs;

public sealed class ProductControlTests
{
    private const string Ev = "products/SMART-EV-26-10-01";
    private const string Rates =
        $"{Ev}/electricity-tariffs/E-1R-SMART-EV-26-10-01-A/standard-unit-rates/?period_from=2026-11-23T00:00Z&period_to=2026-11-24T00:00Z";

    [Fact]
    public async Task The_products_of_five_markets_are_listed()
    {
        await using var host = await SimulatorHost.StartAsync();
        var products = (await host.ShowAsync("products")).EnumerateArray().ToList();
        products.Select(product => product.GetProperty("code").GetString()).ShouldBeUnique();
        products.GroupBy(product => product.GetProperty("market").GetString()).Select(market => (market.Key, market.Count()))
            .ShouldBe([("GB", 4), ("DE", 4), ("IT", 4), ("ES", 4), ("FR", 4)]);
    }

    [Theory]
    [InlineData("""[{"from":"23:30","to":"05:30","price":-7},{"from":"05:30","to":"23:30","price":28.64}]""", "-7 28.64 -7")]
    [InlineData("""[{"from":"23:30","to":"05:30","price":null},{"from":"05:30","to":"23:30","price":1000000000}]""", " 1000000000 ")]
    // Two hours have no price, or two.
    [InlineData("""[{"from":"23:30","to":"05:30","price":7},{"from":"07:30","to":"23:30","price":28.64}]""", "7 28.64 7")]
    [InlineData("""[{"from":"23:30","to":"05:30","price":7},{"from":"03:30","to":"23:30","price":28.64}]""", "7 28.64 7")]
    [InlineData("[]", "")]
    public async Task Bad_prices_are_passed_on_as_they_are(string windows, string prices)
    {
        await using var host = await SimulatorHost.StartAsync();
        await host.SteerAsync(HttpMethod.Patch, Ev, $$"""{"windows":{{windows}}}""");
        var shown = (await ProductRestTests.ReadAsync(host, Rates)).GetProperty("results").EnumerateArray().Reverse()
            .Select(rate => rate.GetProperty("value_inc_vat").ToString());
        string.Join(' ', shown).ShouldBe(prices);
    }

    [Fact]
    public async Task A_missing_currency_charge_and_version_are_missing()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        await host.SteerAsync(
            HttpMethod.Put, "products/SMART-EV-DE", """{"currency":null,"standingCharge":null,"exitFee":null,"terms":{"version":null}}""");
        var quote = await QuoteTests.QuoteAsync(host);
        quote.Text("quote.offeredProduct.currency").ShouldBeNull();
        quote.Text("quote.offeredProduct.standingChargePerMonth").ShouldBeNull();
        quote.Text("quote.offeredProduct.exitFee").ShouldBeNull();
        quote.Text("quote.offeredProduct.terms.version").ShouldBeNull();
        quote.Text("quote.offeredProduct.terms.name").ShouldBe("Smart EV: terms and conditions");

        await host.SteerAsync(HttpMethod.Patch, Ev, """{"terms":null}""");
        (await host.RunAsync("""{ termsAndConditionsForProduct(productCode: "SMART-EV-26-10-01") { version } }"""))
            .At("termsAndConditionsForProduct").GetArrayLength().ShouldBe(0);
        (await new EnrolmentDriver(host, "A-7E51A001", "2000000001001").StartRefusedAsync()).ShouldBe("KT-CT-4626");
    }

    [Fact]
    public async Task A_quote_is_stale_once_its_product_has_changed()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        var id = (await QuoteTests.QuoteAsync(host)).Text("quote.quotedProductId")!;
        await host.SteerAsync(HttpMethod.Patch, "products/SMART-EV-DE", """{"standingCharge":1300}""");
        (await host.RefusedAsync(QuoteTests.Switch(id, "2026-11-30"))).ShouldBe("KT-CT-4626");
        var next = await QuoteTests.QuoteAsync(host);
        await host.RunAsync(QuoteTests.Switch(next.Text("quote.quotedProductId")!, "2026-11-30"));
    }

    [Fact]
    public async Task What_is_not_available_is_neither_offered_nor_begun()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        foreach (var product in new[] { "products/SMART-EV-DE", Ev })
        {
            await host.SteerAsync(HttpMethod.Patch, product, new { isAvailable = false });
        }

        var quote = await QuoteTests.QuoteAsync(host);
        quote.Text("quote.offeredProduct").ShouldBeNull();
        quote.Text("quote.quotedProductId").ShouldBeNull();
        (await host.RunAsync("""{ energyProduct(code: "SMART-EV-26-10-01") { isAvailable } }""")).Text("energyProduct.isAvailable")
            .ShouldBe("false");
        (await new EnrolmentDriver(host, "A-7E51A001", "2000000001001").StartRefusedAsync()).ShouldBe("KT-CT-4626");
        await host.SteerAsync(HttpMethod.Post, "products/SMART-EV-DE/reset");
        (await QuoteTests.QuoteAsync(host)).Text("quote.offeredProduct.productCode").ShouldBe("SMART-EV-DE");
    }

    [Theory]
    [InlineData("PATCH", "products/NOTHING", "{}", 404)]
    [InlineData("POST", "products/NOTHING/reset", "", 404)]
    [InlineData("PATCH", Ev, "[]", 400)]
    [InlineData("PATCH", Ev, """{"code":"OTHER"}""", 400)]
    [InlineData("PATCH", Ev, """{"colour":"green"}""", 400)]
    [InlineData("PATCH", Ev, """{"displayName":null}""", 400)]
    [InlineData("PATCH", Ev, """{"timeZone":"Europe/Atlantis"}""", 400)]
    [InlineData("PATCH", Ev, """{"vatRate":-1}""", 400)]
    [InlineData("PATCH", Ev, """{"windows":[{"from":"25:00","to":"05:30","price":7}]}""", 400)]
    [InlineData("POST", "accounts/A-00000000/enrolment", """{"event":"CANCELLED"}""", 404)]
    [InlineData("POST", "accounts/A-7E51A001/enrolment", """{"event":"CANCELLED"}""", 404)]
    [InlineData("POST", "accounts/A-7E51A001/enrolment", """{"event":"COMPLETED"}""", 400)]
    [InlineData("POST", "accounts/A-7E51A001/enrolment", "{}", 400)]
    public async Task Bad_input_gets_a_sentence_and_changes_nothing(string method, string path, string body, int status)
    {
        await using var host = await SimulatorHost.StartAsync();
        var before = (await host.ShowAsync("products")).GetRawText();
        using var answer = await host.ControlAsync(new(method), path, body);
        ((int)answer.StatusCode).ShouldBe(status);
        (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("error").GetString()
            .ShouldNotBeNullOrWhiteSpace();
        (await host.ShowAsync("products")).GetRawText().ShouldBe(before);
    }

    [Fact]
    public async Task A_switch_that_is_under_way_can_be_ended()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        var anna = new EnrolmentDriver(host, "A-7E51A001", "2000000001001");
        await anna.StartAsync();
        await host.SteerAsync(HttpMethod.Post, "accounts/A-7E51A001/enrolment", new { @event = "CANCELLED" });
        (await anna.StandAsync()).ShouldBe("FAILED CANCELLED");
        (await anna.AcceptRefusedAsync()).ShouldBe("KT-CT-4924");
        // And the next one can be told beforehand to end badly.
        await host.SteerAsync(HttpMethod.Post, "accounts/A-7E51A001/enrolment", new { next = "UNABLE_TO_PROCEED" });
        await anna.StartAsync();
        await anna.AcceptAsync();
        await host.AdvanceAsync("PT15M");
        (await anna.StandAsync()).ShouldBe("FAILED UNABLE_TO_PROCEED");
        await host.SteerAsync(HttpMethod.Post, "accounts/A-7E51A001/enrolment", new { next = "COMPLETED" });
        (await host.ShowAsync("accounts/A-7E51A001/enrolment")).GetProperty("next").GetString().ShouldBe("COMPLETED");
    }

    [Fact]
    public async Task The_terms_lead_to_a_page_that_says_when_they_were_replaced()
    {
        await using var host = await SimulatorHost.StartAsync();
        var terms = await host.RunAsync(
            """
            { terms: termsAndConditionsForProduct(productCode: "SMART-EV-26-10-01") {
              name version pdfUrl markdown html effectiveFrom } }
            """);
        terms.Text("terms.0.version").ShouldBe("1.3");
        terms.Text("terms.0.markdown")!.ShouldContain("Version 1.3");
        var address = terms.Text("terms.0.pdfUrl");
        var page = await host.Client.GetStringAsync(address, TestContext.Current.CancellationToken);
        page.ShouldContain("Version 1.3");
        page.ShouldContain("the supplier");
        page.ShouldNotContain("no longer in force");
        await host.SteerAsync(HttpMethod.Patch, Ev, new { terms = new { version = "1.4" } });
        (await host.Client.GetStringAsync(address, TestContext.Current.CancellationToken)).ShouldContain("no longer in force");
        using var none = await host.Client.GetAsync("/simulator/terms/NOTHING/1.0", TestContext.Current.CancellationToken);
        none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
