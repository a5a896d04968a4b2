namespace SmartFlexBot.KrakenSimulator.Provider;

/// <summary>What the sign-in page says of a provider.</summary>
internal static class ProviderNames
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["TESLA"] = "Tesla",
        ["FORD"] = "Ford",
        ["BMW"] = "BMW",
        ["MERCEDES"] = "Mercedes-Benz",
        ["VOLKSWAGEN"] = "Volkswagen",
        ["ENODE"] = "Enode",
        ["SMARTCAR"] = "Smartcar",
        ["MYENERGI"] = "myenergi",
        ["OHME"] = "Ohme",
        ["HYPERVOLT"] = "Hypervolt",
        ["INDRA"] = "Indra",
        ["OCPP_WALLBOX"] = "Wallbox",
        ["OCTOPUS_ENERGY"] = "Octopus Energy",
    };

    private static readonly HashSet<string> ChargePoints = ["MYENERGI", "OHME", "HYPERVOLT", "INDRA", "OCPP_WALLBOX", "OCTOPUS_ENERGY"];

    public static string Of(string provider) => Names.GetValueOrDefault(provider, provider);

    /// <summary>The access that is asked for.</summary>
    public static IReadOnlyList<string> AccessOf(string provider) => ChargePoints.Contains(provider)
        ? ["Charge point information", "Charging sessions", "Start and stop charging"]
        : ["Vehicle information", "Vehicle location", "Charging management (start, stop, schedule)"];
}
