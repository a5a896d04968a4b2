using System.Globalization;

namespace SmartFlexBot.Kraken.Classic;

/// <summary>The names of Classic steps; an id is the name and the revision at which it was shown.</summary>
internal static class StepNames
{
    public const string DeviceType = "deviceType";
    public const string CarMake = "carMake";
    public const string CarVariant = "carVariant";
    public const string ChargePointMake = "chargePointMake";
    public const string ChargePointVariant = "chargePointVariant";
    public const string Integration = "integration";
    public const string SignIn = "signIn";
    public const string ProviderApp = "providerApp";
    public const string UserVehicle = "userVehicle";
    public const string VirtualKey = "virtualKey";
    public const string Test = "test";
    public const string Wait = "wait";
    public const string Unsupported = "unsupported";
    public const string Failed = "failed";

    public static string Id(string name, int revision) => string.Create(CultureInfo.InvariantCulture, $"{name}.{revision}");

    /// <returns>Null for what is no id of ours.</returns>
    public static (string Name, int Revision)? Parse(string stepId)
    {
        var dot = stepId.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && int.TryParse(stepId.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            ? (stepId[..dot], revision)
            : null;
    }
}
