namespace SmartFlexBot.KrakenSimulator.Catalogue;

/// <summary>The few heat pumps and inverters of this tenant; no public list names more.</summary>
internal static class OtherProducts
{
    public static readonly IReadOnlyList<(string Make, string Model)> HeatPumps =
        [("Octopus", "Cosy 6"), ("Octopus", "Cosy 9"), ("Daikin", "Altherma 3")];

    public static readonly IReadOnlyList<string> InverterMakes = ["Enphase", "GivEnergy", "Huawei", "SolarEdge"];

    public static readonly IReadOnlyList<(string Id, string Label)> InverterSystems =
        [("SOLAR", "Solar panels"), ("SOLAR_AND_BATTERY", "Solar panels with a battery")];

    public static string ProviderOf(string make) => make switch
    {
        "Octopus" => "OCTOPUS_ENERGY",
        _ => make.ToUpperInvariant(),
    };
}
