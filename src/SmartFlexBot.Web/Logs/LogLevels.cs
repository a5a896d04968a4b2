namespace SmartFlexBot.Web.Logs;

internal static class LogLevels
{
    /// <exception cref="InvalidDataException">A level is none; the message names the setting.</exception>
    public static void Check(IConfiguration configuration)
    {
        foreach (var (key, value) in configuration.GetSection("Logging").AsEnumerable())
        {
            var isLevel = key.Split(':') is [.., "LogLevel", _];
            if (isLevel && value is not null && !Enum.TryParse<LogLevel>(value, ignoreCase: true, out _))
            {
                throw new InvalidDataException($"{key} is '{value}'. Write one of {string.Join(", ", Enum.GetNames<LogLevel>())}.");
            }
        }
    }
}
