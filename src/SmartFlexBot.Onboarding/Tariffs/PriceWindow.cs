using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Onboarding.Tariffs;

/// <summary>
/// Clock times between which one price holds; from 23:30 to 05:30 runs across midnight, and from 00:00 to 00:00 is the whole day.
/// </summary>
public sealed record PriceWindow(TimeOnly From, TimeOnly To, Figure Price)
{
    public bool IsWholeDay => From == To;
}

/// <summary>
/// Makes the windows of a day out of the pieces that the API has. Pure; the pieces must have passed <see cref="TariffCheck"/>.
/// </summary>
public static class PriceWindows
{
    /// <summary>The windows in order of the clock, the one that runs across midnight last.</summary>
    public static IReadOnlyList<PriceWindow> Of(DayPrices prices, TimeZoneInfo zone)
    {
        var windows = new List<PriceWindow>();
        foreach (var piece in WithinDay(prices, zone))
        {
            var next = new PriceWindow(Clock(piece.From, zone), Clock(piece.To!.Value, zone), piece.Price);
            if (windows is [.., var last] && IsSamePrice(last, next))
            {
                windows[^1] = last with { To = next.To };
            }
            else
            {
                windows.Add(next);
            }
        }

        // What ends the day and what begins it are one window when they cost the same.
        if (windows is [var first, .., var end] && IsSamePrice(first, end))
        {
            windows[^1] = end with { To = first.To };
            windows.RemoveAt(0);
        }

        return windows;
    }

    /// <summary>The pieces in order, cut to the day; none is open any more.</summary>
    public static IEnumerable<PricePiece> WithinDay(DayPrices prices, TimeZoneInfo zone)
    {
        var (start, end) = LocalDay.Of(prices.Day, zone);
        return prices.Pieces
            .Select(piece => piece with { From = piece.From < start ? start : piece.From, To = piece.To is { } to && to < end ? to : end })
            .Where(piece => piece.From < piece.To)
            .OrderBy(piece => piece.From);
    }

    private static bool IsSamePrice(PriceWindow one, PriceWindow other) =>
        one.Price.Amount == other.Price.Amount && one.Price.Currency == other.Price.Currency && one.Price.IsMinor == other.Price.IsMinor;

    private static TimeOnly Clock(DateTimeOffset moment, TimeZoneInfo zone) =>
        TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);
}
