namespace SmartFlexBot.KrakenSimulator.Tariffs;

/// <summary>The products as they are at first. All names and figures are invented.</summary>
internal static class DemoProducts
{
    public static IReadOnlyList<TariffProduct> All { get; } =
    [
        .. Market("GB", "Europe/London", "GBP", 0.05m, StandingChargePer.Day, new(27.03m, 53.80m, 25.41m, 7500m, 7.00m, 28.64m, 55.10m),
            "STANDARD-VAR-25-01-01", "FIXED-12M-26-02-01", "SMART-EV-26-10-01", "SMART-CHARGER-26-10-01"),
        .. Market("DE", "Europe/Berlin", "EUR", 0.19m, StandingChargePer.Month, new(33.90m, 1190m, 31.20m, 8000m, 19.90m, 34.80m, 1290m)),
        .. Market("IT", "Europe/Rome", "EUR", 0.10m, StandingChargePer.Month, new(29.40m, 1200m, 27.50m, 6000m, 16.50m, 30.10m, 1250m)),
        .. Market("ES", "Europe/Madrid", "EUR", 0.21m, StandingChargePer.Day, new(21.70m, 34.50m, 20.10m, 5000m, 8.90m, 22.60m, 36.00m)),
        .. Market("FR", "Europe/Paris", "EUR", 0.20m, StandingChargePer.Month, new(25.20m, 1510m, 23.80m, 5500m, 13.90m, 26.10m, 1560m)),
    ];

    private static IEnumerable<TariffProduct> Market(
        string market, string timeZone, string currency, decimal vatRate, StandingChargePer per, Prices prices, params string[] codes)
    {
        TariffProduct Product(ProductKind kind, string code, string name, string description) => new()
        {
            Code = codes.Length == 0 ? $"{code}-{market}" : codes[(int)kind],
            DisplayName = name,
            FullName = $"{name} {(codes.Length == 0 ? market : "October 2026")}",
            Description = description,
            Market = market,
            Kind = kind,
            TimeZone = timeZone,
            Currency = currency,
            VatRate = vatRate,
            AvailableFrom = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero),
            StandingCharge = kind is ProductKind.Standard or ProductKind.FixedTerm ? prices.Standing : prices.SmartStanding,
            StandingChargePer = per,
            ExitFee = 0,
            Windows = [new(TimeOnly.MinValue, TimeOnly.MinValue, prices.Standard)],
            Terms = new($"{name}: terms and conditions", "2.0", new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero)),
        };

        TariffProduct Smart(ProductKind kind, string code, string name, string device, TimeOnly cheapFrom) =>
            Product(kind, code, name, $"Cheap hours at night for homes whose {device} charges smartly.") with
            {
                Windows = [new(cheapFrom, new(5, 30), prices.Cheap), new(new(5, 30), cheapFrom, prices.Dear)],
                Terms = new($"{name}: terms and conditions", "1.3", new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero)),
                WaitsForTestCharge = true,
            };

        return
        [
            Product(ProductKind.Standard, "STANDARD", "Standard Variable", "One price all day; it may change."),
            Product(ProductKind.FixedTerm, "FIXED-12M", "Fixed 12 Months",
                "One price all day, fixed for a year. Leaving early costs a fee.") with
            {
                TermMonths = 12,
                ExitFee = prices.ExitFee,
                Windows = [new(TimeOnly.MinValue, TimeOnly.MinValue, prices.Fixed)],
            },
            Smart(ProductKind.SmartCar, "SMART-EV", "Smart EV", "car", new(23, 30)),
            Smart(ProductKind.SmartChargePoint, "SMART-CHARGER", "Smart Charger", "charge point", new(0, 30))
                with { IsChargedHalfHourly = true },
        ];
    }

    private sealed record Prices(
        decimal Standard, decimal Standing, decimal Fixed, decimal ExitFee, decimal Cheap, decimal Dear, decimal SmartStanding);
}
