using System.Globalization;
using SmartFlexBot.Onboarding.Markets;

namespace SmartFlexBot.Kraken.Tariffs;

/// <summary>The market's local days: tariffs begin and end with them.</summary>
internal sealed class MarketDays(TimeProvider time, MarketSettings market)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(market.TimeZone);

    public DateTimeOffset Now => time.GetUtcNow();

    public DateOnly Today => DayOf(Now);

    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, _zone).DateTime);

    /// <summary>The day's first moment: where clocks go forward at midnight, that is later than 00:00.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        while (_zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(15);
        }
        // Of two midnights the first begins the day.
        var offset = _zone.IsAmbiguousTime(local) ? _zone.GetAmbiguousTimeOffsets(local).Max() : _zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <returns>Null for what is no moment; also without an offset, because nobody could say which moment it is.</returns>
    public static DateTimeOffset? Moment(string? text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var read)
            && read.Kind != DateTimeKind.Unspecified
            ? new DateTimeOffset(read).ToUniversalTime()
            : null;

    /// <returns>Null for what is no day.</returns>
    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>As ISO 8601 has it, in UTC and to the second.</summary>
    public static string Text(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
