using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Kraken.Tariffs;

/// <summary>Which product belongs to which kind of device.</summary>
internal static class OfferedProduct
{
    /// <returns>Null when there is none for it.</returns>
    public static string? CodeFor(TariffSettings tariff, DeviceKind kind) =>
        tariff.Products.FirstOrDefault(product => product.DeviceKinds.Count == 0 || product.DeviceKinds.Contains(kind))?.Code;
}
