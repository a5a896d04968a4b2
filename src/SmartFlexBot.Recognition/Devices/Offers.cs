using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Recognition.Devices;

internal static class Offers
{
    /// <summary>
    /// One entry per family, or the variants where the tenant has no row for the family; a named variant instead of its family.
    /// </summary>
    public static IReadOnlyList<CatalogueEntry> Of(Analysis analysis, int[] families, int[]? variants = null)
    {
        var offers = new List<CatalogueEntry>();
        foreach (var family in families.Select(id => analysis.Families[id]))
        {
            var devices = variants?.Where(id => analysis.Devices[id].Family == family.Id).ToArray() is [var named] ? [named]
                : family.Head >= 0 ? [family.Head]
                : family.Variants;
            foreach (var device in devices)
            {
                if (offers.Count == DeviceUtterance.MaximumOffers)
                {
                    return offers;
                }
                offers.Add(analysis.Devices[device].Entry);
            }
        }
        return offers;
    }
}
