using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Onboarding.Tariffs;

/// <summary>What a month would cost, from the customer's own figures alone. Pure.</summary>
/// <param name="Lines">The sum, line by line; the last is the standing charge when there is one a day or a month.</param>
public sealed record MonthlyEstimate(IReadOnlyList<EstimateLine> Lines)
{
    /// <summary>A month has this many days here; the sum says so.</summary>
    public const int Days = 30;

    /// <summary>More kWh a month than a home can draw (100 A at 230 V, all month, is 16,560).</summary>
    public const decimal MostKilowattHours = 20_000;

    public decimal Total => Lines.Sum(line => line.Amount);

    /// <param name="windows">Of the tariff.</param>
    /// <param name="kilowattHours">What the customer uses a month in each of them, in the same order.</param>
    public static MonthlyEstimate Of(IReadOnlyList<PriceWindow> windows, IReadOnlyList<decimal> kilowattHours, Figure? standingCharge)
    {
        var lines = windows.Zip(kilowattHours, (window, used) => new EstimateLine(used, window.Price)).ToList();
        if (standingCharge is not null)
        {
            lines.Add(new(standingCharge.Per == FigurePer.Day ? Days : 1, standingCharge));
        }

        return new(lines);
    }
}

/// <param name="Count">kWh, or days.</param>
public sealed record EstimateLine(decimal Count, Figure Price)
{
    /// <summary>In whole units of the currency.</summary>
    public decimal Amount => Count * (Price.IsMinor ? Price.Amount / 100 : Price.Amount);
}
