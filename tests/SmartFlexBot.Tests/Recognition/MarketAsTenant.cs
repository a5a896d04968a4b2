using System.Text.Json;
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

    /// <summary>A market that knows these and nothing else.</summary>
    public static DeviceLexicon Alone(params CatalogueEntry[] tenant)
    {
        var known = Market.Devices.Where(device => tenant.Any(entry => entry.Model == device.Model && entry.Kind == device.DeviceKind));
        using var json = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(known, JsonSerializerOptions.Web));
        return DeviceLexicon.Create(tenant, MarketCatalogue.Read(json));
    }

    public static CatalogueEntry Car(string make, string model) => new(DeviceKind.ElectricVehicle, make, model);

    public static CatalogueEntry Charger(string make, string model) => new(DeviceKind.ChargePoint, make, model);
}
