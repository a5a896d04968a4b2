using System.Globalization;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Onboarding.Devices;

/// <summary>
/// Options of one name are told apart by what they differ in: the year, the battery, the power, the end of the car's number.
/// </summary>
internal static class OptionLabels
{
    public static IReadOnlyList<string> Of(IReadOnlyList<WizardOption> options, CultureInfo culture)
    {
        Func<WizardOption, string?>[] details =
        [
            option => option.Year?.ToString(CultureInfo.InvariantCulture),
            option => option.BatterySize is { } size ? $"{size.ToString("0.#", culture)} kWh" : null,
            option => option.PowerInKw is { } power ? $"{power.ToString("0.#", culture)} kW" : null,
            option => option.Ending is { } ending ? $"…{ending}" : null,
        ];
        var labels = options.Select(option => option.Label).ToList();
        foreach (var detail in details)
        {
            labels = Told(labels, [.. options.Select(detail)]);
        }

        return labels;
    }

    /// <summary>A detail that all of one name share tells nothing.</summary>
    private static List<string> Told(List<string> labels, string?[] details)
    {
        return [.. labels.Select((label, index) => details[index] is { } detail && IsTelling(label) ? $"{label} ({detail})" : label)];

        bool IsTelling(string label) => details.Where((_, index) => labels[index] == label).Distinct().Count() > 1;
    }
}
