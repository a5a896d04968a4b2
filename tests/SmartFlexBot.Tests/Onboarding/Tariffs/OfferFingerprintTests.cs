using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Tariffs;
using static SmartFlexBot.Tests.Onboarding.Tariffs.Offers;

namespace SmartFlexBot.Tests.Onboarding.Tariffs;

public sealed class OfferFingerprintTests
{
    private static readonly string Shown = OfferFingerprint.Of(Smart, Flat, London);

    [Fact]
    public void Another_reading_of_the_same_offer_is_the_same_offer()
    {
        var later = Smart with
        {
            QuoteId = "another",
            Prices = new(Today, [.. Smart.Prices.Pieces.Select(
                piece => piece with { Price = piece.Price with { Origin = FigureOrigin.ApiField("field", ReadAt.AddHours(1)) } })]),
        };
        OfferFingerprint.Of(later, Flat, London).ShouldBe(Shown);
    }

    [Fact]
    public void Zeros_at_the_end_of_an_amount_change_nothing() =>
        OfferFingerprint.Of(Smart with { StandingCharge = Pence(55.1m, FigurePer.Day) }, Flat, London).ShouldBe(Shown);

    [Fact]
    public void Whatever_a_customer_would_want_to_know_makes_it_another_offer()
    {
        Tariff[] others =
        [
            Smart.Priced(
                [.. Smart.Prices.Pieces.Select(piece => piece with { Price = piece.Price with { Amount = piece.Price.Amount + 0.01m } })]),
            Smart.Priced(Piece("2026-11-22T23:30Z", "2026-11-23T05:00Z", 7), Piece("2026-11-23T05:00Z", "2026-11-23T23:30Z", 28.64m),
                Piece("2026-11-23T23:30Z", null, 7)),
            Smart with { StandingCharge = Pence(55.11m, FigurePer.Day) },
            Smart with { StandingCharge = null },
            Smart with { ExitFee = Pence(1, FigurePer.Once) },
            Smart with { Terms = Smart.Terms! with { Version = "1.4" } },
            Smart with { StartsOn = Today.AddDays(1) },
            Smart with { IsFixed = true },
            Smart with { EndsOn = Today.AddYears(1) },
        ];
        others.Select(other => OfferFingerprint.Of(other, Flat, London)).Append(Shown).ShouldBeUnique();
    }

    [Fact]
    public void What_leaving_the_present_tariff_costs_is_part_of_it() =>
        OfferFingerprint.Of(Smart, Flat with { ExitFee = Pence(7500, FigurePer.Once) }, London).ShouldNotBe(Shown);

    [Fact]
    public void It_is_a_short_name_of_128_bits() => Convert.FromHexString(Shown).Length.ShouldBe(16);
}
