using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Tariffs;
using static SmartFlexBot.Tests.Onboarding.Tariffs.Offers;

namespace SmartFlexBot.Tests.Onboarding.Tariffs;

public sealed class TariffCheckTests
{
    private static readonly PricePiece[] Good = [.. Smart.Prices.Pieces];

    private static readonly (string Case, Tariff Tariff, TariffFault? Fault)[] Table =
    [
        ("all is well", Smart, null),
        ("no prices at all", Smart.Priced(), TariffFault.NoPrice),
        ("prices of another day only", Smart.Priced(Piece("2026-11-20T00:00Z", "2026-11-21T00:00Z", 7)), TariffFault.NoPrice),
        ("a negative price", Smart.Priced(Good[0] with { Price = Pence(-1) }, Good[1], Good[2]), TariffFault.NegativePrice),
        ("a huge price", Smart.Priced(Good[0], Good[1] with { Price = Pence(2864) }, Good[2]), TariffFault.HugePrice),
        ("the dearest price", Smart.Priced(Good[0], Good[1] with { Price = Pence(1000) }, Good[2]), null),
        ("a little more than the dearest", Smart.Priced(Good[0], Good[1] with { Price = Pence(1000.1m) }, Good[2]), TariffFault.HugePrice),
        ("the dearest price in pounds", Smart.Priced(Good[0], Good[1] with { Price = Pence(10) with { IsMinor = false } }, Good[2]), null),
        ("more than that in pounds", Smart.Priced(
            Good[0], Good[1] with { Price = Pence(11) with { IsMinor = false } }, Good[2]), TariffFault.HugePrice),
        ("a price of nothing", Smart.Priced(Good[0], Good[1] with { Price = Pence(0) }, Good[2]), null),
        ("a standing charge may be dearer than a kWh", Smart with { StandingCharge = Pence(5000, FigurePer.Day) }, null),
        ("the dearest exit fee", Smart with { ExitFee = Pence(500_000, FigurePer.Once) }, null),
        ("the morning is missing", Smart.Priced(Good[1], Good[2]), TariffFault.PriceGap),
        ("a price in no currency", Smart.Priced(
            Good[0], Good[1] with { Price = Pence(28) with { Currency = "" } }, Good[2]), TariffFault.NoCurrency),
        ("a gap", Smart.Priced(Good[0], Good[2]), TariffFault.PriceGap),
        ("the evening is missing", Smart.Priced(Good[0], Good[1]), TariffFault.PriceGap),
        ("an overlap", Smart.Priced(Good[0], Good[1] with { From = At("2026-11-23T05:00Z") }, Good[2]), TariffFault.PriceOverlap),
        ("a negative standing charge", Smart with { StandingCharge = Pence(-1, FigurePer.Day) }, TariffFault.NegativePrice),
        ("a huge exit fee", Smart with { ExitFee = Pence(600_000, FigurePer.Once) }, TariffFault.HugePrice),
        ("no terms", Smart with { Terms = null }, TariffFault.NoTerms),
        ("terms without a version", Smart with { Terms = Smart.Terms! with { Version = null } }, TariffFault.NoTerms),
        ("terms with an empty version", Smart with { Terms = Smart.Terms! with { Version = "" } }, TariffFault.NoTerms),
        ("terms that nobody can read", Smart with { Terms = Smart.Terms! with { Url = null } }, TariffFault.NoTerms),
        ("no standing charge is told", Smart with { StandingCharge = null }, TariffFault.Incomplete),
        ("no exit fee is told", Smart with { ExitFee = null }, TariffFault.Incomplete),
        ("a price without value added tax", Smart.Priced(
            Good[0] with { Price = Good[0].Price with { VatIncluded = false } }, Good[1], Good[2]), TariffFault.Incomplete),
        ("a price that does not tell of the tax", Smart.Priced(
            Good[0], Good[1], Good[2] with { Price = Good[2].Price with { VatIncluded = null } }), TariffFault.Incomplete),
        ("a standing charge without the tax", Smart with
            { StandingCharge = Smart.StandingCharge! with { VatIncluded = false } }, TariffFault.Incomplete),
        ("an open first day is said to be open", Smart with { StartsOn = null }, null),
    ];

    public static TheoryData<string> Cases => [.. Table.Select(row => row.Case)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Finds_what_is_wrong_before_a_customer_sees_it(string @case)
    {
        var (_, tariff, fault) = Table.Single(row => row.Case == @case);
        TariffCheck.OfOffer(tariff, London).ShouldBe(fault);
    }

    [Fact]
    public void The_tariff_that_one_leaves_needs_no_terms() => TariffCheck.OfPrices(Flat, London).ShouldBeNull();
}
