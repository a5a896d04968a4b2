namespace SmartFlexBot.Onboarding.Markets;

/// <summary>When the desk is open, by the clock on the market's walls. Pure.</summary>
public static class DeskCalendar
{
    /// <summary>Nobody plans further ahead.</summary>
    private const int MostDays = 60;

    public static bool IsOpen(DeskSettings desk, TimeZoneInfo zone, DateTimeOffset at)
    {
        var here = TimeZoneInfo.ConvertTime(at, zone).DateTime;
        var time = TimeOnly.FromDateTime(here);
        return SpansOf(desk, DateOnly.FromDateTime(here)).Any(span => span.From <= time && time < span.Until);
    }

    /// <returns>The moment itself when it is open; null when it does not open in sight.</returns>
    public static DateTimeOffset? NextOpening(DeskSettings desk, TimeZoneInfo zone, DateTimeOffset at) =>
        IsOpen(desk, zone, at) ? at : Openings(desk, zone, at).Select(open => (DateTimeOffset?)open.From).FirstOrDefault();

    /// <returns>The moment after so much time within opening hours; null when it does not open for so long in sight.</returns>
    public static DateTimeOffset? After(DeskSettings desk, TimeZoneInfo zone, DateTimeOffset at, TimeSpan open)
    {
        var left = open;
        foreach (var (from, until) in Openings(desk, zone, at))
        {
            var begins = from > at ? from : at;
            if (until - begins >= left)
            {
                return begins + left;
            }

            left -= until - begins;
        }

        return null;
    }

    /// <summary>The spans that end after the moment, in order.</summary>
    private static IEnumerable<(DateTimeOffset From, DateTimeOffset Until)> Openings(
        DeskSettings desk, TimeZoneInfo zone, DateTimeOffset at)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
        return from days in Enumerable.Range(0, MostDays)
               let day = today.AddDays(days)
               from span in SpansOf(desk, day).OrderBy(span => span.From)
               let until = MomentOf(day, span.Until, zone)
               where until > at
               select (MomentOf(day, span.From, zone), until);
    }

    private static IEnumerable<DeskHours> SpansOf(DeskSettings desk, DateOnly day) =>
        desk.Holidays.Contains(day) ? [] : desk.Hours.Where(span => span.Day == day.DayOfWeek);

    /// <summary>A time that the clocks jump over is the one after it.</summary>
    private static DateTimeOffset MomentOf(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(time);
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(15);
        }

        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
