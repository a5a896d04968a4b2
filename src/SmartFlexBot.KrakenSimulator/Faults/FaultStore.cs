using SmartFlexBot.KrakenSimulator.Endpoint;
using SmartFlexBot.KrakenSimulator.Storage;


namespace SmartFlexBot.KrakenSimulator.Faults;

/// <summary>The faults that are set, kept in the file.</summary>
internal sealed class FaultStore(SimulatorStore store)
{
    private const string Kind = "faults";

    public IReadOnlyList<Fault> All() => store.Read(Load);

    public void Add(IReadOnlyList<Fault> faults) => store.Write(data =>
    {
        var kept = Load(data)
            .Where(old => !faults.Any(fault => (fault.Operation, fault.Account, fault.Kind) == (old.Operation, old.Account, old.Kind)));
        Save(data, [.. kept, .. faults]);
    });

    public void Clear() => store.Write(data => data.Delete(Kind));

    /// <summary>The faults that strike this request; each is used up by one.</summary>
    public IReadOnlyList<Fault> Take(RequestShape shape)
    {
        if (All().Count == 0)
        {
            return [];
        }

        return store.Write(data =>
        {
            var all = Load(data);
            var struck = all.Where(Strikes).ToList();
            if (struck.Count > 0)
            {
                Save(data, [.. all.Where(fault => !struck.Contains(fault) || fault.Times != 1)
                    .Select(fault => struck.Contains(fault) && fault.Times > 1 ? fault with { Times = fault.Times - 1 } : fault)]);
            }

            return struck;

            bool Strikes(Fault fault) => shape.RootFields.Any(field => fault.Concerns(field, shape.OperationName))
                && (fault.Account is null || shape.Values.Any(value => value == fault.Account || data.OwnerOf(value) == fault.Account));
        });
    }

    private static IReadOnlyList<Fault> Load(SimulatorData data) => data.Get(Kind, Kind, FaultJson.Default.FaultBook)?.Faults ?? [];

    private static void Save(SimulatorData data, IReadOnlyList<Fault> faults) =>
        data.Put(Kind, Kind, new FaultBook(faults), FaultJson.Default.FaultBook);
}
