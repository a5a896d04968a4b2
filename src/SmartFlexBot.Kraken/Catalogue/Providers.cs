using System.Collections.Frozen;

namespace SmartFlexBot.Kraken.Catalogue;

/// <summary>
/// Kraken's ProviderChoices as far as they are known (schema; kraken-api 7). A provider travels as an enum value: any other word
/// fails the whole request, so it is never sent.
/// </summary>
internal static class Providers
{
    private static readonly FrozenSet<string> Known = new[]
    {
        "BMW", "BYD", "DAIKIN", "DAIKIN_LCM", "ECOBEE", "ECOBEE_V2", "ENERGIZER", "ENODE", "ENPHASE", "FORD", "GIVENERGY", "HUAWEI",
        "HUAWEI_V2", "HYPERVOLT", "INDRA", "JEDLIX", "JEDLIX_V2", "MERCEDES", "MYENERGI", "MYENERGI_V2", "NATURE", "OCPP", "OCPP_WALLBOX",
        "OCTOPUS_ENERGY", "OHME", "OHME_V2", "SENSI", "SENSI_V2", "SMARTCAR", "SMARTFLEX_CONNECT", "SMART_PEAR", "SOLAREDGE", "TESLA",
        "TESLA_V2", "VOLKSWAGEN", "VP_AMAZON", "VP_HONEYWELL_CC", "VP_HONEYWELL_RES", "VP_NEST",
    }.ToFrozenSet();

    public static bool IsKnown(string? provider) => provider is not null && Known.Contains(provider);

    /// <summary>The first that can be asked for; else the first, so that it can be named.</summary>
    public static string? Choose(IReadOnlyList<string?>? supported) =>
        supported?.FirstOrDefault(IsKnown) ?? supported?.FirstOrDefault(provider => provider is not null);

    /// <summary>Tesla's cars need a virtual key, whichever version of the integration.</summary>
    public static bool IsTesla(string? provider) => provider is not null && provider.StartsWith("TESLA", StringComparison.Ordinal);
}
