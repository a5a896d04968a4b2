namespace SmartFlexBot.KrakenSimulator.Clock;

/// <summary>Local days and times as moments, also on the days on which the clocks change.</summary>
internal static class LocalTime
{
    public static DateOnly DayOf(TimeZoneInfo zone, DateTimeOffset moment) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);

    public static DateTimeOffset StartOf(TimeZoneInfo zone, DateOnly day) => At(zone, day, TimeOnly.MinValue);

    /// <summary>A time that the clocks skip is the moment of the change; of one that comes twice it is the first.</summary>
    public static DateTimeOffset At(TimeZoneInfo zone, DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
