using Microsoft.Extensions.Time.Testing;
using SmartFlexBot.Kraken.Answers;
using SmartFlexBot.Kraken.Tariffs;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Tests.Kraken.Tariffs;

/// <summary>Where the switch of a home to a product stands, from what Kraken shows of agreements and enrolments.</summary>
public sealed class SwitchesTests
{
    private static readonly MarketDays Days =
        new(new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero)), TariffMarkets.Enrolment);

    [Theory]
    [InlineData("2026-01-01T00:00:00Z", "2026-06-01T00:00:00Z", null, null)]
    [InlineData("2026-01-01T00:00:00Z", null, TariffSwitchState.Done, "2026-01-01")]
    [InlineData("2026-01-01T00:00:00Z", "2026-11-23T12:00:00Z", null, null)]
    [InlineData("2026-11-23T12:00:00Z", null, TariffSwitchState.Done, "2026-11-23")]
    [InlineData("2026-12-01T00:00:00Z", null, TariffSwitchState.UnderWay, "2026-12-01")]
    public void An_agreement_on_the_product_is_a_switch_that_is_done_or_to_come(
        string from, string? to, TariffSwitchState? state, string? starts)
    {
        var found = Find(Home(new AgreementData("1", from, to, Tariff("SMART"))), []);
        found?.State.ShouldBe(state!.Value);
        found?.StartsOn.ShouldBe(DateOnly.Parse(starts!, null));
        (found is null).ShouldBe(state is null);
    }

    [Theory]
    [InlineData("a0", "e0", "a0", true)]
    [InlineData("a0", "e0", "e0", true)]
    [InlineData("a0", "e0", "a1", false)]
    [InlineData("a0", null, "e0", false)]
    public void An_account_knows_its_parts_of_an_answer_for_many(string agreements, string? enrolments, string root, bool isOwn) =>
        new SwitchAliases("A-1", agreements, enrolments).Names(root).ShouldBe(isOwn);

    [Fact]
    public void The_present_agreement_counts_before_one_to_come_and_other_products_do_not_count()
    {
        var home = Home(
            new("1", "2027-01-01T00:00:00Z", null, Tariff("SMART")), new("2", "2026-01-01T00:00:00Z", null, Tariff("SMART")));
        Find(home, [])!.State.ShouldBe(TariffSwitchState.Done);
        Find(Home(new AgreementData("1", "2026-01-01T00:00:00Z", null, Tariff("OTHER"))), []).ShouldBeNull();
    }

    [Fact]
    public void Of_several_enrolments_the_last_that_runs_counts_and_else_the_last()
    {
        var home = Home();
        Find(home, [Enrolment("1", "IN_PROGRESS"), Enrolment("2", "COMPLETED")])!.Id.ShouldBe("1");
        Find(home, [Enrolment("1", "FAILED"), Enrolment("2", "COMPLETED")])!.Id.ShouldBe("2");
        Find(home, [Enrolment("1", "IN_PROGRESS"), Enrolment("2", "IN_PROGRESS")])!.Id.ShouldBe("2");
        Find(home, [Enrolment("1", "IN_PROGRESS", product: "OTHER")]).ShouldBeNull();
    }

    [Theory]
    [InlineData("MPAN-1", true)]
    [InlineData("MPAN-2", false)]
    [InlineData(null, true)]
    public void An_enrolment_of_another_meter_point_is_not_of_this_home(string? mpan, bool isFound) =>
        (Find(Home(), [Enrolment("1", "IN_PROGRESS", mpan)]) is not null).ShouldBe(isFound);

    [Fact]
    public void What_the_meter_point_tells_is_of_the_last_enrolment_alone()
    {
        var progress = new TariffProgressData("CANCELLED", null);
        var other = Enrolment("2", "IN_PROGRESS", product: "OTHER", progress: progress);
        Find(Home(), [Enrolment("1", "IN_PROGRESS", progress: progress), other])!
            .State.ShouldBe(TariffSwitchState.UnderWay);
        var stopped = Find(Home(), [Enrolment("1", "IN_PROGRESS", progress: progress)])!;
        (stopped.State, stopped.Code, stopped.Event).ShouldBe((TariffSwitchState.Stopped, "CANCELLED", "CANCELLED"));
    }

    [Fact]
    public void The_day_of_the_agreement_is_the_day_of_the_switch_unless_that_has_stopped()
    {
        var home = Home(new AgreementData("1", "2026-12-01T00:00:00Z", null, Tariff("SMART")));
        Find(home, [Enrolment("1", "IN_PROGRESS")])!.StartsOn.ShouldBe(new DateOnly(2026, 12, 1));
        Find(home, [Enrolment("1", "FAILED")])!.StartsOn.ShouldBeNull();
    }

    [Fact]
    public void A_home_that_is_not_there_has_no_switch() =>
        Switches.Find(new(new([]), [Enrolment("1", "IN_PROGRESS")]), 7, "SMART", Days, waitsForTestCharge: false).ShouldBeNull();

    private static TariffSwitch? Find(TariffAccountData account, EnrolmentData[] enrolments) =>
        Switches.Find(new(account, enrolments), 7, "SMART", Days, waitsForTestCharge: false);

    private static TariffAccountData Home(params AgreementData[] agreements) =>
        new([new("8", [new("MPAN-8", null, [])]), new("7", [new("MPAN-1", null, agreements)])]);

    private static AgreementTariffData Tariff(string product) => new(null, null, product, null, null);

    private static EnrolmentData Enrolment(
        string id, string status, string? mpan = null, string product = "SMART", TariffProgressData? progress = null) =>
        new(id, status, new(product, null, null, null, null, null, null, null, null), new(mpan, progress, null));
}
