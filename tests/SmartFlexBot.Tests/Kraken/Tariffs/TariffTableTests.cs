using SmartFlexBot.Kraken.Tariffs;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Tests.Kraken.Tariffs;

public sealed class TariffTableTests
{
    [Theory]
    [InlineData("KT-CT-1199", TariffProblemKind.TryLater)]
    [InlineData("KT-CT-7899", TariffProblemKind.TryLater)]
    [InlineData("KT-CT-1507", TariffProblemKind.DateNotPossible)]
    [InlineData("KT-CT-4626", TariffProblemKind.OfferGone)]
    [InlineData("KT-CT-1501", TariffProblemKind.NotPossible)]
    [InlineData("KT-CT-1509", TariffProblemKind.NotPossible)]
    [InlineData("KT-CT-4619", TariffProblemKind.NotPossible)]
    [InlineData("KT-CT-4624", TariffProblemKind.NotPossible)]
    [InlineData("KT-CT-4627", TariffProblemKind.NotPossible)]
    [InlineData("KT-CT-4640", TariffProblemKind.NotPossible)]
    [InlineData("KT-CT-4719", TariffProblemKind.NotPossible)]
    [InlineData("KT-CT-4924", TariffProblemKind.NotPossible)]
    [InlineData("KT-CT-1111", TariffProblemKind.NotAllowed)]
    [InlineData("KT-CT-4323", TariffProblemKind.NotAllowed)]
    [InlineData("KT-CT-1113", TariffProblemKind.NotOffered)]
    [InlineData("KT-CT-1188", TariffProblemKind.Unknown)]
    [InlineData("KT-GB-4626", TariffProblemKind.Unknown)]
    [InlineData("KT-CT-99999", TariffProblemKind.Unknown)]
    [InlineData(null, TariffProblemKind.Unknown)]
    public void Each_code_asks_something_of_us(string? code, TariffProblemKind kind) =>
        TariffProblems.From(new(code, "APPLICATION", "m", [], "result")).ShouldBe(new TariffResult.Refused(kind, code));

    [Fact]
    public void A_field_that_the_tenant_lacks_is_not_offered() =>
        TariffProblems.Kind(new(null, null, "Cannot query field 'startOnboardingProcess' on type 'Mutation'.", [], null))
            .ShouldBe(TariffProblemKind.NotOffered);

    [Theory]
    [InlineData("NOT_STARTED", null, null, TariffSwitchState.AwaitsTerms)]
    [InlineData("NOT_STARTED", "STARTED", "TERMS_ACCEPTANCE_REQUIRED", TariffSwitchState.AwaitsTerms)]
    [InlineData("IN_PROGRESS", "STARTED", "TERMS_ACCEPTED", TariffSwitchState.AwaitsTestCharge)]
    [InlineData("IN_PROGRESS", "TERMS_EMAIL_SENT", "TERMS_EMAIL_SENT", TariffSwitchState.AwaitsTerms)]
    [InlineData("IN_PROGRESS", "NOTE_ADDED", "TERMS_ACCEPTANCE_REQUIRED", TariffSwitchState.AwaitsTerms)]
    [InlineData("IN_PROGRESS", "TERMS_ACCEPTED", "TERMS_ACCEPTED", TariffSwitchState.AwaitsTestCharge)]
    [InlineData("IN_PROGRESS", "METER_EXCHANGE_EMAIL_SENT", "TERMS_ACCEPTED", TariffSwitchState.AwaitsMeter)]
    [InlineData("IN_PROGRESS", "METER_EXCHANGE_BOOKED", "TERMS_ACCEPTED", TariffSwitchState.AwaitsMeter)]
    [InlineData("IN_PROGRESS", "METER_INSTALLED", "TERMS_ACCEPTED", TariffSwitchState.AwaitsMeter)]
    [InlineData("IN_PROGRESS", "METER_READINGS_AVAILABLE", "TERMS_ACCEPTED", TariffSwitchState.AwaitsTestCharge)]
    [InlineData("IN_PROGRESS", "INTELLIGENT_OCTOPUS_INSTALL_APP_EMAIL_SENT", "TERMS_ACCEPTED", TariffSwitchState.AwaitsTestCharge)]
    [InlineData("IN_PROGRESS", "INTELLIGENT_OCTOPUS_TEST_DISPATCH_COMPLETE", "TERMS_ACCEPTED", TariffSwitchState.UnderWay)]
    [InlineData("IN_PROGRESS", "AGREEMENTS_UPDATED", "TERMS_ACCEPTED", TariffSwitchState.UnderWay)]
    [InlineData("IN_PROGRESS", "TARIFF_CHANGED_ON_METER", "TERMS_ACCEPTED", TariffSwitchState.UnderWay)]
    [InlineData("COMPLETED", "COMPLETED", "TERMS_ACCEPTED", TariffSwitchState.Done)]
    [InlineData("COMPLETED", null, null, TariffSwitchState.Done)]
    [InlineData("IN_PROGRESS", "COMPLETED", "TERMS_ACCEPTED", TariffSwitchState.Done)]
    [InlineData("IN_PROGRESS", "CANCELLED", null, TariffSwitchState.Stopped)]
    [InlineData("IN_PROGRESS", "UNABLE_TO_PROCEED", null, TariffSwitchState.Stopped)]
    [InlineData("FAILED", "NOTE_ADDED", null, TariffSwitchState.Stopped)]
    [InlineData("SOMETHING_NEW", "SOMETHING_NEW", "SOMETHING_NEW", TariffSwitchState.UnderWay)]
    public void An_enrolment_stands_where_its_last_event_says(string status, string? latest, string? terms, TariffSwitchState state) =>
        EnrolmentStates.Of(status, latest, terms, waitsForTestCharge: true).ShouldBe(state);

    [Theory]
    [InlineData("TERMS_ACCEPTED")]
    [InlineData("METER_READINGS_AVAILABLE")]
    public void A_product_that_waits_for_no_test_charge_is_under_way(string latest) =>
        EnrolmentStates.Of("IN_PROGRESS", latest, "TERMS_ACCEPTED", waitsForTestCharge: false).ShouldBe(TariffSwitchState.UnderWay);

    [Theory]
    [InlineData("https://api.octopus.energy/v1/graphql/", "https://api.octopus.energy/v1/")]
    [InlineData("https://api.octopus.energy/v1/graphql", "https://api.octopus.energy/v1/")]
    [InlineData("http://localhost:3978/simulator/graphql", "http://localhost:3978/simulator/v1/")]
    [InlineData("https://kraken.example.test/graphql/", "https://kraken.example.test/v1/")]
    public void The_rest_of_products_is_beside_the_GraphQL_address(string endpoint, string address) =>
        ProductsAddress.Of(setting: null, endpoint).Base.ShouldBe(new(address));

    [Fact]
    public void A_markets_own_address_wins() =>
        ProductsAddress.Of(new("https://rest.example.test/v1"), "https://api.octopus.energy/v1/graphql/").Base.ShouldBe(
            new("https://rest.example.test/v1/"));

    [Theory]
    [InlineData(null, "https://kraken.example.test/api/")]
    [InlineData(null, null)]
    [InlineData("http://rest.example.test/v1/", "https://api.octopus.energy/v1/graphql/")]
    [InlineData("v1", "https://api.octopus.energy/v1/graphql/")]
    public void An_address_that_cannot_be_told_is_asked_for(string? setting, string? endpoint) =>
        Should.Throw<InvalidDataException>(
            () => ProductsAddress.Of(setting is null ? null : new(setting, UriKind.RelativeOrAbsolute), endpoint))
            .Message.ShouldContain("tariff.productsAddress");
}
