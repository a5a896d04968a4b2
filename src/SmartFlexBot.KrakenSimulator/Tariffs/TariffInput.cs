using System.Globalization;
using SmartFlexBot.KrakenSimulator.Accounts;
using SmartFlexBot.KrakenSimulator.Endpoint;

namespace SmartFlexBot.KrakenSimulator.Tariffs;

/// <summary>Reads what tariff operations are given.</summary>
internal static class TariffInput
{
    /// <exception cref="KrakenError">KT-CT-4321: not a day.</exception>
    public static DateOnly Day(object? value) =>
        DateOnly.TryParseExact(value?.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw KrakenError.Of("KT-CT-4321");

    public static string Write(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Home? HomeOf(this Account account, string? mpan) => account.Homes.FirstOrDefault(home => home.Mpan == mpan);
}
