using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.Kraken.Client;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Tests.Kraken.Tariffs;

public sealed class EnrolmentTariffJourneyTests
{
    private const string Code = TariffMarkets.Product;

    private static readonly TariffScope Scope = new("A-1", 7, DeviceKind.ElectricVehicle);
    private static readonly AgreedTariff Agreed = new(Code, "1.3", new(2026, 11, 24), QuoteId: null, AgreesToHalfHourlyReadings: true);

    private readonly ScriptedKraken _kraken = new() { Market = TariffMarkets.Enrolment };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_switch_is_begun_with_what_was_agreed_to()
    {
        Begins(Started(TariffAnswers.Enrolment("NOT_STARTED", "STARTED", "TERMS_ACCEPTANCE_REQUIRED")));

        var begun = (await Journey().BeginAsync(Scope, Agreed, Stop)).ShouldBeOfType<TariffResult.Ok>().Switch;

        begun.ShouldBe(new("E-1", Code, TariffSwitchState.AwaitsTerms, new(2026, 11, 24), "STARTED"));
        _kraken.Asked("StartOnboardingProcess").ShouldHaveSingleItem().Variables["input"]!.ToJsonString().ShouldBe(
            $$"""{"accountNumber":"A-1","mpan":"2000000000007","productCode":"{{Code}}","termsAndConditions":"""
                + $$"""{"version":"1.3","accepted":true},"customerAgreesToConsentGranularityChange":"""
                    + $$"""true,"targetAgreementChangeDate":"2026-11-24"}""");
    }

    [Fact]
    public async Task A_day_that_has_passed_is_no_target()
    {
        Begins(Started(TariffAnswers.Enrolment("NOT_STARTED", "STARTED")));

        var begun = await Journey().BeginAsync(Scope, Agreed with { StartsOn = new(2026, 11, 22) }, Stop);
        await Journey().BeginAsync(Scope, Agreed with { StartsOn = null }, Stop);
        await Journey().BeginAsync(Scope, Agreed with { StartsOn = new(2026, 11, 23) }, Stop);

        _kraken.Asked("StartOnboardingProcess").Select(request => (string?)request.Variables["input"]!["targetAgreementChangeDate"])
            .ShouldBe([null, null, "2026-11-23"]);
        begun.ShouldBeOfType<TariffResult.Ok>().Switch.StartsOn.ShouldBeNull();
    }

    [Fact]
    public async Task A_refusal_is_told_by_its_code()
    {
        Begins(ScriptedKraken.Error("KT-CT-4624", "result"));

        (await Journey().BeginAsync(Scope, Agreed, Stop)).ShouldBe(new TariffResult.Refused(TariffProblemKind.NotPossible, "KT-CT-4624"));
    }

    [Fact]
    public async Task A_home_without_a_meter_point_cannot_switch()
    {
        _kraken.On("ReadTariffAccount", TariffAnswers.Account());

        (await Journey().BeginAsync(Scope with { PropertyId = 8 }, Agreed, Stop)).ShouldBe(
            new TariffResult.Refused(TariffProblemKind.NotPossible, null));
    }

    [Fact]
    public async Task Nothing_is_begun_when_the_account_cannot_be_read()
    {
        _kraken.On("ReadTariffAccount", () => new(HttpStatusCode.ServiceUnavailable));

        (await Journey().BeginAsync(Scope, Agreed, Stop)).ShouldBe(new TariffResult.Refused(TariffProblemKind.TryLater, null));
        _kraken.Asked("StartOnboardingProcess").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"data":{"result":{"productEnrolment":null}}}""")]
    [InlineData("""{"data":{"result":null}}""")]
    [InlineData("<html>")]
    public async Task An_answer_without_an_enrolment_has_an_unknown_outcome_and_is_found_by_reading(string answer)
    {
        Begins(answer);
        _kraken.On(
            "ReadSwitches",
            TariffAnswers.Switches(TariffAnswers.Home(TariffAnswers.Standard), TariffAnswers.Enrolment("NOT_STARTED", "STARTED", null)));
        var journey = Journey();

        await Should.ThrowAsync<KrakenOutcomeUnknownException>(() => journey.BeginAsync(Scope, Agreed, Stop));

        _kraken.Asked("StartOnboardingProcess").Count().ShouldBe(1);
        (await journey.FindSwitchAsync(Scope, Code, Stop)).ShouldBe(new("E-1", Code, TariffSwitchState.AwaitsTerms, Event: "STARTED"));
    }

    [Fact]
    public async Task Terms_are_accepted_in_two_numbers()
    {
        _kraken.On("ReadProductEnrolment", Enrolment("NOT_STARTED", "STARTED", "TERMS_ACCEPTANCE_REQUIRED"))
            .On("AcceptTermsAndConditions", """{"data":{"result":{"acceptedVersion":"1.13"}}}""");

        var accepted = (await Journey().AcceptTermsAsync(Scope, "E-1", "1.13", Stop)).ShouldBeOfType<TariffResult.Ok>().Switch;

        accepted.ShouldBe(new("E-1", Code, TariffSwitchState.AwaitsTestCharge, Event: "TERMS_ACCEPTED"));
        _kraken.Asked("AcceptTermsAndConditions").ShouldHaveSingleItem().Variables["input"]!.ToJsonString().ShouldBe(
            """{"accountNumber":"A-1","enrolmentId":"E-1","termsVersion":{"versionMajor":1,"versionMinor":13}}""");
    }

    [Theory]
    [InlineData("1")]
    [InlineData("1.03")]
    [InlineData("1.3.2")]
    [InlineData("v1.3")]
    [InlineData("1.")]
    [InlineData("-1.3")]
    [InlineData("")]
    [InlineData("1.99999999999")]
    public async Task A_version_that_is_not_two_numbers_is_not_sent(string version)
    {
        var refused = new TariffResult.Refused(TariffProblemKind.Unknown, null);
        (await Journey().AcceptTermsAsync(Scope, "E-1", version, Stop)).ShouldBe(refused);
        (await Journey().BeginAsync(Scope, Agreed with { TermsVersion = version }, Stop)).ShouldBe(refused);

        _kraken.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Terms_are_not_accepted_twice()
    {
        _kraken.On("ReadProductEnrolment", Enrolment("IN_PROGRESS", "METER_EXCHANGE_BOOKED", "TERMS_ACCEPTED"));

        (await Journey().AcceptTermsAsync(Scope, "E-1", "1.3", Stop)).ShouldBeOfType<TariffResult.Ok>().Switch.State.ShouldBe(
            TariffSwitchState.AwaitsMeter);

        _kraken.Asked("AcceptTermsAndConditions").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_switch_that_has_stopped_takes_no_terms()
    {
        _kraken.On("ReadProductEnrolment", Enrolment("FAILED", "CANCELLED", null));

        (await Journey().AcceptTermsAsync(Scope, "E-1", "1.3", Stop)).ShouldBe(
            new TariffResult.Refused(TariffProblemKind.NotPossible, "CANCELLED"));
    }

    [Fact]
    public async Task Nothing_begun_is_nothing_found()
    {
        Shows(TariffAnswers.Home(TariffAnswers.Standard), TariffAnswers.Enrolment("IN_PROGRESS", "STARTED", product: "ANOTHER"));

        (await Journey().FindSwitchAsync(Scope, Code, Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task A_switch_to_come_has_the_day_of_its_agreement_in_local_time()
    {
        Shows(
            TariffAnswers.Home(TariffAnswers.Standard, TariffAnswers.Smart("2027-06-30T23:00:00Z")),
            TariffAnswers.Enrolment("IN_PROGRESS", "AGREEMENTS_UPDATED"));

        (await Journey().FindSwitchAsync(Scope, Code, Stop)).ShouldBe(
            new("E-1", Code, TariffSwitchState.UnderWay, new(2027, 7, 1), "AGREEMENTS_UPDATED"));
    }

    [Theory]
    [InlineData("FAILED", "CANCELLED", "CANCELLED")]
    [InlineData("FAILED", "UNABLE_TO_PROCEED", "UNABLE_TO_PROCEED")]
    [InlineData("FAILED", "NOTE_ADDED", "FAILED")]
    public async Task A_switch_that_stopped_says_why(string status, string latest, string code)
    {
        Shows(TariffAnswers.Home(TariffAnswers.Standard), TariffAnswers.Enrolment(status, latest));

        var found = (await Journey().FindSwitchAsync(Scope, Code, Stop)).ShouldNotBeNull();

        (found.State, found.Code, found.Event).ShouldBe((TariffSwitchState.Stopped, code, latest));
    }

    [Fact]
    public async Task Of_several_enrolments_the_one_under_way_counts()
    {
        Shows(TariffAnswers.Home(TariffAnswers.Standard),
            TariffAnswers.Enrolment("IN_PROGRESS", "METER_INSTALLED", id: "E-2"), TariffAnswers.Enrolment(
                "FAILED", "CANCELLED", id: "E-1"));

        // The meter point's event is that of the last enrolment, and says nothing of the first.
        (await Journey().FindSwitchAsync(Scope, Code, Stop)).ShouldBe(new("E-2", Code, TariffSwitchState.UnderWay));
    }

    [Theory]
    [InlineData("""{"errors":[{"message":"m","path":["e0"],"extensions":{"errorCode":"KT-CT-7899"}}],"data":{"a0":{"properties":"""
        + """[]},"e0":null}}""")]
    [InlineData("""{"data":{"a0":null,"e0":null}}""")]
    [InlineData("""{"data":{"a0":{"properties":7},"e0":[]}}""")]
    public async Task What_cannot_be_read_is_not_taken_for_nothing(string answer)
    {
        _kraken.On("ReadSwitches", answer);

        await Should.ThrowAsync<TenantUnavailableException>(() => Journey().FindSwitchAsync(Scope, Code, Stop));
    }

    private ITariffJourney Journey() => _kraken.Start().GetRequiredService<ITariffJourney>();

    private void Begins(string answer) =>
        _kraken.On("ReadTariffAccount", TariffAnswers.Account(TariffAnswers.Standard)).On("StartOnboardingProcess", answer);

    private void Shows(string home, params string[] enrolments) => _kraken.On("ReadSwitches", TariffAnswers.Switches(home, enrolments));

    private static string Started(string enrolment) => $$$"""{"data":{"result":{"productEnrolment":{{{enrolment}}} } } }""";

    private static string Enrolment(string status, string? latest, string? terms) =>
        $$$"""{"data":{"enrolment":{{{TariffAnswers.Enrolment(status, latest, terms)}}} }}""";
}
