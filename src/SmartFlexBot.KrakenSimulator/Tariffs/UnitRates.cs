using SmartFlexBot.KrakenSimulator.Clock;

namespace SmartFlexBot.KrakenSimulator.Tariffs;

/// <param name="To">Exclusive; null until further notice.</param>
internal sealed record UnitRate(DateTimeOffset From, DateTimeOffset? To, decimal? Price);

/// <summary>The prices of a product as moments: its windows, laid on each local day.</summary>
internal static class UnitRates
{
    /// <summary>Nobody needs more of it, and an answer has to end.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(400);

    /// <summary>Every rate that is valid at some moment of the period, whole, in order of time.</summary>
    public static IReadOnlyList<UnitRate> Between(TariffProduct product, DateTimeOffset from, DateTimeOffset to)
    {
        if (product.Windows is [var only] && only.From == only.To && !product.IsChargedHalfHourly)
        {
            return product.AvailableFrom < to ? [new(product.AvailableFrom, null, only.Price)] : [];
        }

        var zone = product.Zone;
        var start = new[] { from, product.AvailableFrom, to - Longest }.Max();
        var rates = new List<UnitRate>();
        // A window that began the day before may reach into the first day.
        for (var day = LocalTime.DayOf(zone, start).AddDays(-1); day <= LocalTime.DayOf(zone, to); day = day.AddDays(1))
        {
            rates.AddRange(product.Windows.SelectMany(window => OnDay(product, zone, day, window)));
        }

        return [.. rates.Where(rate => rate.From < to && rate.To > start).OrderBy(rate => rate.From)];
    }

    /// <summary>The rates of a local day of 23, 24 or 25 hours.</summary>
    public static IReadOnlyList<UnitRate> Of(TariffProduct product, DateOnly day) =>
        Between(product, LocalTime.StartOf(product.Zone, day), LocalTime.StartOf(product.Zone, day.AddDays(1)));

    private static IEnumerable<UnitRate> OnDay(TariffProduct product, TimeZoneInfo zone, DateOnly day, RateWindow window)
    {
        var from = LocalTime.At(zone, day, window.From);
        var to = LocalTime.At(zone, window.To > window.From ? day : day.AddDays(1), window.To);
        var step = product.IsChargedHalfHourly ? TimeSpan.FromMinutes(30) : to - from;
        for (var at = from; at < to; at += step)
        {
            yield return new(at, at + step < to ? at + step : to, window.Price);
        }
    }
}
