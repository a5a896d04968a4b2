using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Recognition.Devices;
using SmartFlexBot.Recognition.Lexicon;

namespace SmartFlexBot.Tests.Recognition;

/// <summary>The market's catalogue as the tenant's: loaded once for all tests.</summary>
internal static class MarketAsTenant
{
    public static MarketCatalogue Market { get; } = MarketCatalogue.Load();

    private static readonly DeviceRecogniser Recogniser = new(DeviceLexicon.Create(Market.Entries, Market));

    public static DeviceUtterance Read(string text, RecognitionContext? context = null) =>
        Recogniser.Recognise(text, context ?? RecognitionContext.Empty);

    public static DeviceRecogniser For(params CatalogueEntry[] tenant) => new(DeviceLexicon.Create(tenant, Market));

    public static CatalogueEntry Car(string make, string model) => new(DeviceKind.ElectricVehicle, make, model);

    public static CatalogueEntry Charger(string make, string model) => new(DeviceKind.ChargePoint, make, model);
}
