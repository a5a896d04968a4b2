using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SmartFlexBot.Kraken.Tariffs;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Tests.Kraken.Tariffs;

public sealed class TariffRegistrationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("quotes-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_market_without_tariffs_offers_and_switches_nothing()
    {
        var kraken = new ScriptedKraken { Market = TariffMarkets.None };
        var journey = kraken.Start().GetRequiredService<ITariffJourney>();
        var scope = new TariffScope("A-1", 7, DeviceKind.ElectricVehicle);

        (await journey.ReadOfferAsync(scope, Stop)).ShouldBe(new(null, null, false, kraken.Time.GetUtcNow()));
        (await journey.FindSwitchAsync(scope, "X", Stop)).ShouldBeNull();
        var refused = new TariffResult.Refused(TariffProblemKind.NotOffered, null);
        (await journey.BeginAsync(scope, new("X", "1.0", null, null, true), Stop)).ShouldBe(refused);
        (await journey.AcceptTermsAsync(scope, "E-1", "1.0", Stop)).ShouldBe(refused);
        kraken.Requests.ShouldBeEmpty();
    }

    [Fact]
    public void The_markets_way_chooses_the_journey()
    {
        Journey(TariffMarkets.Enrolment).ShouldBeOfType<EnrolmentTariffJourney>();
        Journey(TariffMarkets.Quote).ShouldBeOfType<QuoteTariffJourney>();
        Journey(TariffMarkets.None).ShouldBeOfType<NoTariffJourney>();
    }

    [Fact]
    public void A_quote_document_that_is_not_there_stops_the_start()
    {
        var settings = TariffMarkets.Quote.Tariff!;
        var document = settings.Quote! with { Document = "quotes/absent.graphql" };
        var absent = TariffMarkets.Quote with { Tariff = settings with { Quote = document } };
        var unnamed = TariffMarkets.Quote with { Tariff = settings with { Quote = null } };

        Should.Throw<InvalidDataException>(() => Hosted(absent)).Message.ShouldContain("absent.graphql");
        Should.Throw<InvalidDataException>(() => Hosted(unnamed)).Message.ShouldContain("tariff.quote.document");
    }

    [Fact]
    public void An_endpoint_without_a_REST_beside_it_stops_the_start() =>
        Should.Throw<InvalidDataException>(() => Hosted(TariffMarkets.Enrolment, ("Endpoint", "https://kraken.example.test/api")))
            .Message.ShouldContain("tariff.productsAddress");

    [Theory]
    [InlineData("query Other($day: Date!) { quote: x(day: $day) { id } }", "TariffQuote")]
    [InlineData("{ quote: x { id } }", "TariffQuote")]
    [InlineData("query TariffQuote { quote: x { id } } query Second { x { id } }", "one operation")]
    [InlineData("query TariffQuote($postcode: String!) { quote: x(postcode: $postcode) { id } }", "$postcode")]
    [InlineData("query TariffQuote($day: Date!) { x(day: $day) { id } }", "alias quote")]
    [InlineData("query TariffQuote {", "not GraphQL")]
    [InlineData("", "one operation")]
    public void A_quote_document_of_another_shape_is_explained(string text, string said)
    {
        var path = Path.Combine(_folder, "quote.graphql");
        File.WriteAllText(path, text);

        Should.Throw<InvalidDataException>(() => QuoteDocument.Read(path)).Message.ShouldSatisfyAllConditions(
            message => message.ShouldContain(said), message => message.ShouldContain("quote.graphql"));
    }

    [Fact]
    public void A_tenants_own_document_may_be_a_mutation_and_need_less()
    {
        var path = Path.Combine(_folder, "quote.graphql");
        File.WriteAllText(
            path,
            "mutation TariffQuote($accountNumber: String!) { quote: createQuote(account: $accountNumber) { offered: product { "
                + "productCode: code } } }");

        var read = QuoteDocument.Read(path);

        (read.Document.IsMutation, read.Field).ShouldBe((true, "createQuote"));
        read.Variables.ShouldBe(["accountNumber"]);
    }

    [Fact]
    public void The_shipped_document_asks_for_what_we_read()
    {
        var read = QuoteDocument.Read(Path.Combine(TariffMarkets.Folder, "quotes", "assumed.graphql"));

        (read.Document.Name, read.Document.IsMutation, read.Field).ShouldBe(("TariffQuote", false, "assumedTariffQuote"));
        read.Variables.ShouldBe(["accountNumber", "propertyId", "productCode", "day"]);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static ITariffJourney Journey(MarketSettings market) =>
        new ScriptedKraken { Market = market }.Start().GetRequiredService<ITariffJourney>();

    private static List<IHostedService> Hosted(MarketSettings market, params (string, string?)[] settings) =>
        [.. new ScriptedKraken { Market = market }.Start(settings).GetServices<IHostedService>()];
}
