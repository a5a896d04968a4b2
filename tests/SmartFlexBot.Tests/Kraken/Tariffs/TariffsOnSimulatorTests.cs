using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Kraken;
using SmartFlexBot.Kraken.Client;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Tests.KrakenSimulator;

namespace SmartFlexBot.Tests.Kraken.Tariffs;

public sealed class TariffsOnSimulatorTests : IAsyncLifetime
{
    private const string New = "A-7E51A001";
    private const string Live = "A-11FE4004";
    private const string Code = TariffMarkets.Product;

    private SimulatorHost _simulator = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _simulator = await SimulatorHost.StartAsync(settings: ("Speed", "1"));

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Fact]
    public async Task What_is_read_of_an_offer_is_what_the_product_is()
    {
        var reading = await Services(TariffMarkets.Enrolment).Journey.ReadOfferAsync(Home(New), Stop);

        var offered = reading.Offered.ShouldNotBeNull();
        (offered.ProductCode, offered.TariffCode, offered.Terms!.Version, offered.StartsOn, reading.IsOnOffered)
            .ShouldBe((Code, $"E-1R-{Code}-A", "1.3", new DateOnly(2026, 11, 23), false));
        (offered.StandingCharge!.Amount, offered.ExitFee!.Amount).ShouldBe((55.10m, 0m));
        Cheapest(offered).ShouldBe(7.00m);
        offered.Prices.Pieces.Max(piece => piece.Price.Amount).ShouldBe(28.64m);
        (Cheapest(reading.Now!), reading.Now!.StandingCharge!.Amount, reading.Now.IsFixed).ShouldBe((27.03m, 53.80m, false));
        offered.Prices.Pieces.ShouldAllBe(piece => piece.Price.Currency == "GBP" && piece.Price.IsMinor && piece.Price.VatIncluded == true);
    }

    [Fact]
    public async Task A_fixed_term_has_its_end_and_its_exit_fee()
    {
        var now = (await Services(TariffMarkets.Enrolment).Journey.ReadOfferAsync(Home("A-F1ED0017"), Stop)).Now.ShouldNotBeNull();

        (now.ProductCode, now.IsFixed, now.TermMonths, now.ExitFee!.Amount).ShouldBe(("FIXED-12M-26-02-01", true, 12, 7500m));
        now.EndsOn.ShouldNotBeNull().ShouldBeInRange(new(2027, 7, 1), new(2027, 9, 30));
    }

    [Fact]
    public async Task Someone_on_the_right_tariff_is_known_to_be() =>
        (await Services(TariffMarkets.Enrolment).Journey.ReadOfferAsync(Home("A-7A21F016"), Stop)).IsOnOffered.ShouldBeTrue();

    [Fact]
    public async Task A_switch_goes_from_terms_to_done_once_a_device_is_live()
    {
        var (journey, watches) = Services(TariffMarkets.Enrolment);

        (await journey.FindSwitchAsync(Home(Live), Code, Stop)).ShouldBeNull();
        var begun = Taken(await journey.BeginAsync(Home(Live), Agreed("1.3"), Stop));
        begun.State.ShouldBe(TariffSwitchState.AwaitsTerms);
        Taken(await journey.AcceptTermsAsync(Home(Live), begun.Id!, "1.3", Stop)).State.ShouldBe(TariffSwitchState.AwaitsTestCharge);
        Taken(await journey.AcceptTermsAsync(Home(Live), begun.Id!, "1.3", Stop)).Id.ShouldBe(begun.Id);

        await _simulator.AdvanceAsync("PT6H");
        var found = (await journey.FindSwitchAsync(Home(Live), Code, Stop)).ShouldNotBeNull();
        (found.Id, found.State, found.StartsOn, found.Event).ShouldBe(
            (begun.Id, TariffSwitchState.Done, new DateOnly(2026, 11, 23), "COMPLETED"));
        var watched = (await watches.ReadAsync([Watch(Live, Code)], Stop)).ShouldHaveSingleItem();
        (TariffWatch.ReadState(watched.State), watched.Final).ShouldBe((found, true));
        (await journey.ReadOfferAsync(Home(Live), Stop)).IsOnOffered.ShouldBeTrue();
        (await _simulator.CountAsync("acceptTermsAndConditions", Live)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_device_a_switch_waits_for_the_test_charge_and_another_is_refused()
    {
        var (journey, _) = Services(TariffMarkets.Enrolment);
        var begun = Taken(await journey.BeginAsync(Home(New), Agreed("1.3"), Stop));
        await journey.AcceptTermsAsync(Home(New), begun.Id!, "1.3", Stop);

        await _simulator.AdvanceAsync("P1D");

        (await journey.FindSwitchAsync(Home(New), Code, Stop))!.State.ShouldBe(TariffSwitchState.AwaitsTestCharge);
        (await journey.BeginAsync(Home(New), Agreed("1.3"), Stop)).ShouldBe(
            new TariffResult.Refused(TariffProblemKind.NotPossible, "KT-CT-4624"));
    }

    [Theory]
    [InlineData("A-5E7E0018", "PT6H", TariffSwitchState.AwaitsMeter, null)]
    [InlineData("A-2EF05020", "P2D", TariffSwitchState.Stopped, "UNABLE_TO_PROCEED")]
    [InlineData("A-CA9CE021", "P2D", TariffSwitchState.Stopped, "CANCELLED")]
    public async Task A_switch_that_does_not_go_well_says_where_it_stands(
        string account, string later, TariffSwitchState state, string? code)
    {
        var (journey, watches) = Services(TariffMarkets.Enrolment);
        var begun = Taken(await journey.BeginAsync(Home(account), Agreed("1.3"), Stop));
        await journey.AcceptTermsAsync(Home(account), begun.Id!, "1.3", Stop);

        await _simulator.AdvanceAsync(later);

        var found = (await journey.FindSwitchAsync(Home(account), Code, Stop)).ShouldNotBeNull();
        (found.State, found.Code).ShouldBe((state, code));
        (await watches.ReadAsync([Watch(account, Code)], Stop)).Single().Final.ShouldBe(state == TariffSwitchState.Stopped);
    }

    [Fact]
    public async Task Terms_that_have_changed_are_to_be_shown_again() =>
        (await Services(TariffMarkets.Enrolment).Journey.BeginAsync(Home(New), Agreed("1.2"), Stop))
            .ShouldBe(new TariffResult.Refused(TariffProblemKind.OfferGone, "KT-CT-4626"));

    [Theory]
    [InlineData("startOnboardingProcess", "dropAnswer", true)]
    [InlineData("startOnboardingProcess", "malformed", false)]
    public async Task A_switch_whose_answer_is_lost_is_found_if_it_was_begun(string operation, string kind, bool isBegun)
    {
        var (journey, _) = Services(TariffMarkets.Enrolment);
        await _simulator.SteerAsync(HttpMethod.Put, "faults", new { operation, kind });

        await Should.ThrowAsync<KrakenOutcomeUnknownException>(() => journey.BeginAsync(Home(New), Agreed("1.3"), Stop));

        ((await journey.FindSwitchAsync(Home(New), Code, Stop))?.State).ShouldBe(isBegun ? TariffSwitchState.AwaitsTerms : null);
        (await _simulator.CountAsync(operation, New)).Count.ShouldBe(isBegun ? 1 : 0);
    }

    [Fact]
    public async Task A_quoted_switch_begins_on_the_first_possible_day()
    {
        var (journey, watches) = Services(TariffMarkets.Quote);
        const string code = "SMART-EV-DE";

        var reading = await journey.ReadOfferAsync(Home(New), Stop);
        var offered = reading.Offered.ShouldNotBeNull();
        (offered.ProductCode, offered.StartsOn, offered.Terms!.Version, offered.StandingCharge!.Per).ShouldBe(
            (code, new(2026, 11, 24), "1.3", FigurePer.Month));
        (Cheapest(offered), offered.Prices.Pieces[0].Price.Currency, Cheapest(reading.Now!)).ShouldBe((19.90m, "EUR", 33.90m));

        var agreed = new AgreedTariff(code, "1.3", offered.StartsOn, offered.QuoteId, AgreesToHalfHourlyReadings: true);
        (await journey.BeginAsync(Home(New), agreed with { StartsOn = new(2026, 11, 23) }, Stop))
            .ShouldBe(new TariffResult.Refused(TariffProblemKind.DateNotPossible, "KT-CT-1507"));
        (await journey.BeginAsync(
            Home(New), agreed with { QuoteId = "unheard-of" },
            Stop)).ShouldBeOfType<TariffResult.Refused>().Kind.ShouldBe(TariffProblemKind.OfferGone);
        await _simulator.SteerAsync(HttpMethod.Put, "faults", new { operation = "initiateProductSwitch", kind = "dropAnswer" });
        await Should.ThrowAsync<KrakenOutcomeUnknownException>(() => journey.BeginAsync(Home(New), agreed, Stop));

        var found = new TariffSwitch(Id: null, code, TariffSwitchState.UnderWay, new(2026, 11, 24));
        (await journey.FindSwitchAsync(Home(New), code, Stop)).ShouldBe(found);
        (await journey.BeginAsync(Home(New), agreed, Stop)).ShouldBe(new TariffResult.Refused(TariffProblemKind.NotPossible, "KT-CT-4624"));
        _simulator.Time.Advance(TimeSpan.FromDays(1));
        var watched = (await watches.ReadAsync([Watch(New, code)], Stop)).ShouldHaveSingleItem();
        (TariffWatch.ReadState(watched.State), watched.Final).ShouldBe((found with { State = TariffSwitchState.Done }, true));
    }

    private (ITariffJourney Journey, IWatchSource Watches) Services(MarketSettings market)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Kraken:Endpoint"] = "http://localhost/simulator/graphql",
            ["Kraken:OrganizationSecretKey"] = "sim-organisation-secret",
            ["Kraken:OnboardingApi"] = "Wizard",
            ["Onboarding:MarketsPath"] = TariffMarkets.Folder,
        };
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(market);
        services.AddSingleton<TimeProvider>(_simulator.Time);
        services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        services.AddKraken(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services.AddHttpClient(KrakenHttp.ClientName).ConfigurePrimaryHttpMessageHandler(_simulator.Handler);
        services.AddHttpClient(KrakenHttp.ProductsClientName).ConfigurePrimaryHttpMessageHandler(_simulator.Handler);
        var provider = services.BuildServiceProvider();
        return (provider.GetRequiredService<ITariffJourney>(), provider.GetServices<IWatchSource>().Single(
            source => source.Kind == TariffWatch.Kind));
    }

    private static TariffScope Home(string account) => new(account, HomeOf(account), DeviceKind.ElectricVehicle);

    private static int HomeOf(string account) => account switch
    {
        New => 1001,
        Live => 1005,
        "A-7A21F016" => 1017,
        "A-F1ED0017" => 1018,
        "A-5E7E0018" => 1019,
        "A-2EF05020" => 1021,
        "A-CA9CE021" => 1022,
        _ => throw new ArgumentOutOfRangeException(nameof(account)),
    };

    private static AgreedTariff Agreed(string terms) =>
        new(Code, terms, new(2026, 11, 23), QuoteId: null, AgreesToHalfHourlyReadings: true);

    private static Watch Watch(string account, string product) =>
        new(TariffWatch.Kind, "one", new TariffWatch(Home(account), product).Write(), new("directline", "c"));

    private static TariffSwitch Taken(TariffResult result) => result.ShouldBeOfType<TariffResult.Ok>().Switch;

    private static decimal Cheapest(Tariff tariff) => tariff.Prices.Pieces.Min(piece => piece.Price.Amount);
}
