using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Tests.Kraken.Tariffs;

/// <summary>Markets that switch tariffs each in their way.</summary>
internal static class TariffMarkets
{
    public const string Product = "SMART-EV-26-10-01";

    public static string Folder { get; } = Path.Combine(RepositoryRoot.Path, "markets");

    public static MarketSettings None { get; } = Market("Europe/London", tariff: null);

    public static MarketSettings Enrolment { get; } = Market("Europe/London", new()
    {
        Way = TariffWay.Enrolment,
        Order = TariffOrder.BeforeDevice,
        WaitsForTestCharge = true,
        Products = [new(Product, [DeviceKind.ElectricVehicle]), new("SMART-CHARGER-26-10-01", [DeviceKind.ChargePoint])],
    });

    public static MarketSettings Quote { get; } = Market("Europe/Berlin", new()
    {
        Way = TariffWay.Quote,
        Order = TariffOrder.AfterDevice,
        Products = [new("SMART-EV-DE", [])],
        Quote = new("quotes/assumed.graphql", IsAssumed: true, Currency: "EUR"),
    });

    private static MarketSettings Market(string timeZone, TariffSettings? tariff) => new()
    {
        Name = "test",
        Supplier = "Test Energy",
        Languages = ["en"],
        TimeZone = timeZone,
        ConsentWording = "1",
        TestCharge = new(7, [], 2),
        Silence = new(24, 30),
        Tariff = tariff,
        Contact = [new("email", "help@example.test")],
        Examples = new("Tesla Model Y", "Ohme Home Pro"),
        SetupMinutes = 10,
        PrivacyNotice = new("https://www.example.test/privacy"),
        Emergency = new("112", "112"),
        OtherDevicesPage = new("https://www.example.test/devices"),
        SignInPage = new("https://www.example.test/account"),
    };
}
