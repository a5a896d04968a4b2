namespace SmartFlexBot.KrakenSimulator.Catalogue;

/// <summary>
/// Which provider connects a make and how far that is: this tenant's own choice, made from the makes that public pages of several
/// territories name. The real split is published nowhere.
/// </summary>
internal static class Integrations
{
    private const string Live = "GENERALLY_AVAILABLE";

    private static readonly Dictionary<string, (string[] Providers, string Status)> Cars = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Audi"] = (["ENODE"], Live),
        ["BMW"] = (["BMW", "SMARTCAR"], Live),
        ["BYD"] = (["BYD"], "TESTING"),
        ["CUPRA"] = (["ENODE"], Live),
        ["Dacia"] = (["JEDLIX"], Live),
        ["Ford"] = (["FORD", "SMARTCAR"], Live),
        ["Jaguar"] = (["ENODE"], Live),
        ["Mercedes-Benz"] = (["MERCEDES", "SMARTCAR"], Live),
        ["MINI"] = (["ENODE"], Live),
        ["Nissan"] = (["ENODE"], Live),
        ["Porsche"] = (["ENODE"], Live),
        ["Renault"] = (["ENODE"], Live),
        ["SEAT"] = (["ENODE"], Live),
        ["Skoda"] = (["ENODE"], Live),
        ["Tesla"] = (["TESLA"], Live),
        ["Volkswagen"] = (["ENODE", "VOLKSWAGEN"], Live),
        ["Volvo"] = (["ENODE"], Live),
    };

    private static readonly Dictionary<string, (string Provider, string Status)> ChargePoints = new(StringComparer.OrdinalIgnoreCase)
    {
        ["myenergi"] = ("MYENERGI", Live),
        ["Ohme"] = ("OHME", Live),
        ["Hypervolt"] = ("HYPERVOLT", Live),
        ["Indra"] = ("INDRA", Live),
        ["Octopus"] = ("OCTOPUS_ENERGY", Live),
        ["Wallbox"] = ("OCPP_WALLBOX", Live),
        ["GivEnergy"] = ("GIVENERGY", "TESTING"),
        ["Huawei"] = ("HUAWEI", "INTERNAL_TESTING"),
        ["SolarEdge"] = ("SOLAREDGE", "INTERNAL_TESTING"),
    };

    private static readonly HashSet<string> Aggregators = ["ENODE", "SMARTCAR"];

    public static (IReadOnlyList<string> Providers, string Status) OfCar(string make) =>
        Cars.TryGetValue(make, out var found) ? found : (["SMARTCAR"], "NOT_AVAILABLE");

    public static (IReadOnlyList<string> Providers, string Status) OfChargePoint(string make) =>
        ChargePoints.TryGetValue(make, out var found) ? ([found.Provider], found.Status) : (["OCPP"], "NOT_AVAILABLE");

    /// <summary>An aggregator takes a while to find the car: the wizard shows WaitForTransition.</summary>
    public static bool IsAggregator(string provider) => Aggregators.Contains(provider);

    /// <summary>Providers with an OAuth address. The others guide the customer through their own app.</summary>
    public static bool HasSignIn(string provider) => provider is not ("JEDLIX" or "JEDLIX_V2" or "OCPP");
}
