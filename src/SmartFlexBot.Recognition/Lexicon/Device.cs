using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Recognition.Lexicon;

internal sealed record Make(int Id, string Name, int[] VehicleFamilies, int[] ChargePointFamilies)
{
    public int[] Families(DeviceKind kind) => kind == DeviceKind.ElectricVehicle ? VehicleFamilies : ChargePointFamilies;

    public bool Has(DeviceKind kind) => Families(kind).Length > 0;
}

/// <param name="IsOffered">The tenant has it; else it is only known to the market.</param>
/// <param name="Marks">Sets of words, any of which tells this variant from the others of its family; written as Trims.Words does.</param>
/// <param name="Size">kWh, when known.</param>
internal sealed record Device(int Id, CatalogueEntry Entry, int Family, string[][] Marks, decimal? Size, bool IsOffered);

/// <summary>"Model Y" with "Model Y Long Range" and the like. A tenant may have the variants without the family.</summary>
/// <param name="Words">The words of the name, as <see cref="Trims"/> writes them.</param>
/// <param name="Head">The device that is the family itself; -1 when there are only variants.</param>
internal sealed record Family(int Id, int Make, DeviceKind Kind, string Name, int Head, int[] Variants, bool IsHybrid, string[] Words)
{
    public bool IsOfSameMake(Family other) => Make == other.Make && Kind == other.Kind;

    public IEnumerable<int> Devices => Head >= 0 ? Variants.Prepend(Head) : Variants;
}
