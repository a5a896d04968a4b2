using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Kraken.Tariffs;

/// <summary>A unit price as an API has it.</summary>
/// <param name="From">Null: valid from of old.</param>
/// <param name="To">Null: valid until further notice.</param>
internal sealed record PriceRow(string? From, string? To, decimal? Price);

/// <summary>From an API's prices to those of one day.</summary>
internal static class PriceRows
{
    /// <summary>
    /// The rows that touch the day, unjudged: gaps, overlaps and odd amounts stay. A row without a price, or whose times cannot be read,
    /// gives no piece.
    /// </summary>
    public static DayPrices OfDay(DateOnly day, MarketDays days, IEnumerable<PriceRow> rows, Func<decimal, Figure> figure)
    {
        var (start, end) = (days.StartOf(day), days.StartOf(day.AddDays(1)));
        var pieces =
            from row in rows
            let begins = row.From is null ? start : MarketDays.Moment(row.From)
            let ends = MarketDays.Moment(row.To)
            where row.Price is not null && begins is not null && (row.To is null || ends is not null)
            where begins < end && !(begins < start && ends <= start)
            orderby begins
            select new PricePiece(begins.Value, ends, figure(row.Price!.Value));
        return new(day, [.. pieces]);
    }
}
