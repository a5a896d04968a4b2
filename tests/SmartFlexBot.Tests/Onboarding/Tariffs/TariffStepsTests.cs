using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Tariffs;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Tests.Onboarding.Tariffs;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;
using static SmartFlexBot.Tests.Onboarding.Tariffs.Offers;

namespace SmartFlexBot.Tests.Onboarding.Tariffs;

/// <summary>The table of <see cref="TariffSteps"/>: facts on the left, the step on the right; "" when there is nothing to do.</summary>
public sealed class TariffStepsTests
{
    private static readonly string Shown = OfferFingerprint.Of(Smart, Flat, London);
    private static readonly TariffReading Read = new(Flat, Smart, IsOnOffered: false, ReadAt);
    private static readonly TariffAgreement Yes = new(Shown, Smart.ProductCode, "1.3", "I agree", ReadAt);
    private static readonly Consent Readings = new(ConsentPurpose.HalfHourlyReadings, Granted: true, "2026-11", "I agree", ReadAt);

    private static readonly TariffWithdrawal Out = new(Smart.ProductCode, "I withdraw", ReadAt);

    private static readonly (string Case, TariffFacts Facts, string Step)[] Table =
    [
        ("nothing is known", new(), "ReadTariff"),
        ("an offer", new() { Read = Read }, $"OfferTariff:{Shown}"),
        ("already on it", new() { Read = Read with { IsOnOffered = true } }, ""),
        ("none is offered", new() { Read = Read with { Offered = null } }, "ReviewTariff:NoOffer:"),
        ("its data is wrong", new() { Read = Read with { Offered = Smart.Priced() } }, "ReviewTariff:WrongPrices:"),
        ("agreed", new() { Read = Read, Agreed = Yes }, "AskReadings"),
        ("agreed to another offer", new() { Read = Read, Agreed = Yes with { Fingerprint = "other" } }, $"OfferTariff:{Shown}"),
        ("the price has changed since", new() { Read = Read with { Offered = Smart with { StandingCharge = Pence(60, FigurePer.Day) } },
            Agreed = Yes }, "OfferTariff:*"),
        ("declined", new() { Read = Read, Declined = true }, "ReviewTariff:Declined:"),
        ("begun, and the terms are open", new() { Read = Read, Agreed = Yes, Switch = At(TariffSwitchState.AwaitsTerms) }, "AskReadings"),
        ("begun elsewhere, and the terms are open", new() { Read = Read,
            Switch = At(TariffSwitchState.AwaitsTerms) }, $"OfferTariff:{Shown}"),
        ("under way", new() { Read = Read, Agreed = Yes, Switch = At(TariffSwitchState.UnderWay) }, ""),
        ("waits for the meter", new() { Switch = At(TariffSwitchState.AwaitsMeter) }, ""),
        ("waits for the test", new() { Switch = At(TariffSwitchState.AwaitsTestCharge) }, ""),
        ("done", new() { Switch = At(TariffSwitchState.Done) }, ""),
        ("stopped", new() { Switch = At(TariffSwitchState.Stopped) with { Code = "UNABLE_TO_PROCEED" } }, "ReviewTariff:NotPossible:"),
        ("refused", new() { Read = Read, Agreed = Yes,
            Refused = new(TariffProblemKind.NotPossible, "KT-CT-4626") }, "ReviewTariff:NotPossible:"),
        ("refused without a code", new() { Refused = new(TariffProblemKind.NotOffered, null) }, "ReviewTariff:NotFromHere:"),
        ("withdrawn, and the switch is still there", new() { Read = Read, Withdrawn = Out,
            Switch = At(TariffSwitchState.UnderWay) }, "TariffWait:Withdrawing:"),
        ("withdrawn, and the switch was ended", new() { Read = Read, Withdrawn = Out,
            Switch = At(TariffSwitchState.Stopped) }, "ReviewTariff:Withdrawn:"),
        ("withdrawn, while its terms could not be accepted", new() { Read = Read, Withdrawn = Out,
            Switch = At(TariffSwitchState.AwaitsTerms), Refused = new(TariffProblemKind.TryLater, null) }, "TariffWait:Withdrawing:"),
        ("busy", new() { Refused = new(TariffProblemKind.TryLater, null) }, "AwaitRetry"),
    ];

    public static TheoryData<string> Cases => [.. Table.Select(row => row.Case)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Follows_from_the_facts(string @case)
    {
        var (_, facts, step) = Table.Single(row => row.Case == @case);
        var key = TariffSteps.Of(Agreed with { Tariff = facts }, isLive: false, Market())?.Key ?? "";
        if (step.EndsWith('*'))
        {
            key.ShouldStartWith(step[..^1]);
        }
        else
        {
            key.ShouldBe(step);
        }
    }

    [Fact]
    public void With_both_permissions_the_switch_begins_and_its_terms_are_accepted()
    {
        var journey = Agreed with { Consents = [Readings], Tariff = new() { Read = Read, Agreed = Yes } };
        TariffSteps.Of(journey, isLive: false, Market()).ShouldBeOfType<BeginSwitch>();
        TariffSteps.Of(journey with { Tariff = journey.Tariff with { Switch = At(TariffSwitchState.AwaitsTerms) } }, isLive: false,
            Market()).ShouldBeOfType<AcceptTerms>();
    }

    [Fact]
    public void A_market_without_a_switch_never_speaks_of_tariffs() =>
        TariffSteps.Of(Agreed, isLive: true, Shipped.Market with { Tariff = null }).ShouldBeNull();

    [Fact]
    public void Before_the_device_is_chosen_no_tariff_belongs_to_it() => TariffSteps.Of(Named, isLive: false, Market()).ShouldBeNull();

    [Theory]
    [InlineData(TariffOrder.BeforeDevice, false, true)]
    [InlineData(TariffOrder.BeforeDevice, true, true)]
    [InlineData(TariffOrder.AfterDevice, false, false)]
    [InlineData(TariffOrder.AfterDevice, true, true)]
    public void The_market_says_whether_the_switch_comes_first(TariffOrder order, bool isLive, bool isItsTurn) =>
        (TariffSteps.Of(Agreed, isLive, Market(order)) is not null).ShouldBe(isItsTurn);

    [Fact]
    public void Where_the_tariff_is_a_choice_nothing_that_becomes_of_it_stops_the_device()
    {
        TariffFacts[] ended =
        [
            new() { Read = Read, Declined = true }, new() { Read = Read with { Offered = null } },
            new() { Read = Read with { Offered = Smart.Priced() } }, new() { Refused = new(TariffProblemKind.NotPossible, null) },
            new() { Switch = At(TariffSwitchState.Stopped) }, new() { Withdrawn = Out, Switch = At(TariffSwitchState.UnderWay) },
        ];
        foreach (var facts in ended)
        {
            TariffSteps.Of(Agreed with { Tariff = facts }, isLive: false, Market(isRequired: false)).ShouldBeNull();
        }
    }

    [Fact]
    public void What_was_refused_for_good_is_not_shown_again_but_another_product_is()
    {
        var refused = new TariffRefusal(TariffProblemKind.NotPossible, "KT-CT-4619", Smart.ProductCode);
        var facts = new TariffFacts { RefusedForGood = refused, Read = Read };
        TariffSteps.Of(Agreed with { Tariff = facts }, isLive: false, Market())?.Key.ShouldBe("ReviewTariff:NotPossible:");

        var other = facts with { Read = Read with { Offered = Smart with { ProductCode = "OTHER" } } };
        TariffSteps.Of(Agreed with { Tariff = other }, isLive: false, Market()).ShouldBeOfType<OfferTariff>();
    }

    [Fact]
    public void A_device_that_is_LIVE_is_not_all_done_while_the_tariff_that_is_needed_is_open()
    {
        TariffSteps.IsAwaitedBy(Agreed with { Tariff = new() { Read = Read } }, Market()).ShouldBeTrue();
        TariffSteps.IsAwaitedBy(Agreed with { Tariff = new() { Withdrawn = Out } }, Market()).ShouldBeTrue();
        TariffSteps.IsAwaitedBy(Agreed with { Tariff = new() { Switch = At(TariffSwitchState.UnderWay) } }, Market()).ShouldBeFalse();
        TariffSteps.IsAwaitedBy(Agreed with { Tariff = new() { Read = Read } }, Market(isRequired: false)).ShouldBeFalse();
        TariffSteps.IsAwaitedBy(Agreed, Shipped.Market with { Tariff = null }).ShouldBeFalse();
    }

    private static TariffSwitch At(TariffSwitchState state) => new("e-1", Smart.ProductCode, state);

    private static MarketSettings Market(TariffOrder order = TariffOrder.BeforeDevice, bool isRequired = true) => Shipped.Market with
    {
        TimeZone = "Europe/London",
        Tariff = new()
        {
            Way = TariffWay.Enrolment,
            Order = order,
            IsRequired = isRequired,
            Products = [new(Smart.ProductCode, [Car])],
            SmartMeter = new("true", "example", Today),
        },
    };
}
