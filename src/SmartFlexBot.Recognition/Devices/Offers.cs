using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Recognition.Lexicon;

namespace SmartFlexBot.Recognition.Devices;

internal static class Offers
{
    /// <summary>
    /// Of what the tenant has: one entry per family, or its variants where there is no row for the family; a named variant instead of it.
    /// </summary>
    public static IReadOnlyList<CatalogueEntry> Of(Analysis analysis, int[] families, int[]? variants = null)
    {
        var offers = new List<CatalogueEntry>();
        foreach (var family in families.Select(id => analysis.Families[id]))
        {
            foreach (var device in DevicesOf(analysis, family, variants))
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

    /// <summary>Whether the tenant has anything of the family.</summary>
    public static bool Has(Analysis analysis, int family) => analysis.Families[family].Devices.Any(device => IsOffered(analysis, device));

    private static IEnumerable<int> DevicesOf(Analysis analysis, Family family, int[]? variants) =>
        variants?.Where(id => analysis.Devices[id].Family == family.Id).ToArray() is [var named] && IsOffered(analysis, named) ? [named]
        : family.Head >= 0 && IsOffered(analysis, family.Head) ? [family.Head]
        : family.Variants.Where(device => IsOffered(analysis, device));

    private static bool IsOffered(Analysis analysis, int device) => analysis.Devices[device].IsOffered;
}
