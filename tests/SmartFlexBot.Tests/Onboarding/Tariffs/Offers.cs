using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Tests.Onboarding.Tariffs;

/// <summary>Tariffs to build cases from: figures are examples.</summary>
internal static class Offers
{
    public static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
    public static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public static readonly DateTimeOffset ReadAt = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Today = new(2026, 11, 23);

    public static readonly Tariff Flat = new()
    {
        Name = "Standard Variable",
        ProductCode = "STANDARD-VAR-25-01-01",
        TariffCode = "E-1R-STANDARD-VAR-25-01-01-A",
        IsFixed = false,
        Prices = new(Today, [Piece("2026-01-01T00:00Z", null, 27.03m)]),
        StandingCharge = Pence(53.80m, FigurePer.Day),
        ExitFee = Pence(0, FigurePer.Once),
    };

    public static readonly Tariff Smart = new()
    {
        Name = "Smart EV",
        ProductCode = "SMART-EV-26-10-01",
        IsFixed = false,
        Prices = new(Today,
        [
            Piece("2026-11-22T23:30Z", "2026-11-23T05:30Z", 7.00m),
            Piece("2026-11-23T05:30Z", "2026-11-23T23:30Z", 28.64m),
            Piece("2026-11-23T23:30Z", "2026-11-24T05:30Z", 7.00m),
        ]),
        StandingCharge = Pence(55.10m, FigurePer.Day),
        ExitFee = Pence(0, FigurePer.Once),
        Terms = new("Smart EV terms", "1.3", new Uri("https://supplier.example/terms/smart-ev-1.3.pdf")),
        StartsOn = Today,
    };

    public static Figure Pence(decimal amount, FigurePer per = FigurePer.KilowattHour) =>
        new(amount, "GBP", IsMinor: true, per, VatIncluded: true, FigureOrigin.ApiField("field", ReadAt));

    public static PricePiece Piece(string from, string? to, decimal price) => new(At(from), to is null ? null : At(to), Pence(price));

    public static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    public static Tariff Priced(this Tariff tariff, params PricePiece[] pieces) =>
        tariff with { Prices = tariff.Prices with { Pieces = pieces } };
}
