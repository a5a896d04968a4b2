using SmartFlexBot.Onboarding.Markets;

namespace SmartFlexBot.Tests.Onboarding.Markets;

public sealed class DeskCalendarTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>Weekdays with a lunch break; Christmas on a Friday.</summary>
    private static readonly DeskSettings Desk = new()
    {
        Hours =
        [
            .. from day in new[] { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday }
               from hour in new[] { (From: 9, Until: 12), (From: 13, Until: 17) }
               select new DeskHours(day, new TimeOnly(hour.From, 0), new TimeOnly(hour.Until, 0))
        ],
        Holidays = [new(2026, 12, 25)],
    };

    [Theory]
    [InlineData("2026-11-27T09:00", true)]
    [InlineData("2026-11-27T11:59", true)]
    [InlineData("2026-11-27T12:30", false)]
    [InlineData("2026-11-27T17:00", false)]
    [InlineData("2026-11-28T10:00", false)]
    [InlineData("2026-12-25T10:00", false)]
    public void Breaks_weekends_and_holidays_are_closed(string here, bool isOpen) =>
        DeskCalendar.IsOpen(Desk, Berlin, At(here)).ShouldBe(isOpen);

    [Theory]
    [InlineData("2026-11-27T12:30", "2026-11-27T13:00")]
    [InlineData("2026-11-27T18:00", "2026-11-30T09:00")]
    [InlineData("2026-12-24T17:30", "2026-12-28T09:00")]
    public void The_next_opening_is_told_by_the_clock_on_the_wall(string here, string opening) =>
        DeskCalendar.NextOpening(Desk, Berlin, At(here)).ShouldBe(At(opening));

    [Theory]
    [InlineData("2026-11-27T11:00", 2, "2026-11-27T14:00")]
    [InlineData("2026-11-27T16:00", 4, "2026-11-30T12:00")]
    public void Hours_are_counted_while_it_is_open_alone(string here, int hours, string after) =>
        DeskCalendar.After(Desk, Berlin, At(here), TimeSpan.FromHours(hours)).ShouldBe(At(after));

    private static DateTimeOffset At(string here)
    {
        var local = DateTime.Parse(here, System.Globalization.CultureInfo.InvariantCulture);
        return new(local, Berlin.GetUtcOffset(local));
    }
}
