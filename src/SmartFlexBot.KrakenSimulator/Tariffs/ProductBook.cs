using SmartFlexBot.KrakenSimulator.Storage;

namespace SmartFlexBot.KrakenSimulator.Tariffs;

/// <summary>The products as they are now: the demo products, and what was changed of them, kept in the file.</summary>
internal sealed class ProductBook(SimulatorStore store)
{
    private const string Kind = "product";

    public IReadOnlyList<TariffProduct> All() => store.Read(data =>
    {
        var changed = data.List(Kind, ProductJson.Default.TariffProduct).ToDictionary(product => product.Code);
        return DemoProducts.All.Select(product => changed.GetValueOrDefault(product.Code, product)).ToList();
    });

    public TariffProduct? Find(string? code) => code is null ? null : store.Read(data => Find(data, code));

    /// <summary>The product of that kind in another's market: the demo people serve in every market.</summary>
    public TariffProduct Counterpart(TariffProduct product, string market) =>
        product.Market == market ? product : All().Single(other => other.Market == market && other.Kind == product.Kind);

    /// <summary>Changes a product that is there. An exception from <paramref name="change"/> leaves it as it was.</summary>
    public TariffProduct Change(string code, Func<TariffProduct, TariffProduct> change) => store.Write(data =>
    {
        var before = Find(data, code)!;
        var changed = change(before) with { Code = code, Market = before.Market, Kind = before.Kind, Revision = before.Revision + 1 };
        data.Put(Kind, code, changed, ProductJson.Default.TariffProduct);
        return changed;
    });

    private static TariffProduct? Find(SimulatorData data, string code) =>
        data.Get(Kind, code, ProductJson.Default.TariffProduct) ?? DemoProducts.All.FirstOrDefault(product => product.Code == code);
}
