namespace SmartFlexBot.Onboarding.Markets;

/// <summary>Whether the desk's settings can be meant.</summary>
internal static class DeskSettingsCheck
{
    /// <returns>A sentence without its end; null when nothing is wrong.</returns>
    public static string? WrongIn(DeskSettings desk) => desk switch
    {
        { Hours.Count: 0 } => "desk.hours is empty: say when people are there, or take desk out",
        _ when desk.Hours.FirstOrDefault(hours => hours.From >= hours.Until) is { } wrong =>
            $"desk.hours of {wrong.Day} end at {wrong.Until:HH:mm}, before they begin",
        _ when desk.Hours.Any(hours => !Enum.IsDefined(hours.Day)) => "desk.hours names a day that is none",
        _ when desk.Ways.Any(way => !Enum.IsDefined(way.Key) || !Enum.IsDefined(way.Value)) =>
            "desk.ways names a reason or a way that is not known",
        { Files: var files } when files.Kilobytes > Most.Kilobytes => $"desk.files.kilobytes is more than {Most.Kilobytes}",
        { Files: var files } when files.Number > Most.Number => $"desk.files.number is more than {Most.Number}",
        { Files: var files } when files.Days > Most.Days => $"desk.files.days is more than {Most.Days}",
        _ => null,
    };

    private static DeskFileSettings Most => DeskFileSettings.Most;
}
