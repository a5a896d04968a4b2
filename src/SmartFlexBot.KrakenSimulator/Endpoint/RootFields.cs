using GraphQL;

namespace SmartFlexBot.KrakenSimulator.Endpoint;

/// <summary>What answers the queries and mutations of one simulator; each passes the <see cref="RequestGate"/>.</summary>
internal sealed class RootFields
{
    private readonly RequestGate _gate;
    private readonly Dictionary<(string Type, string Name), Func<IResolveFieldContext, object?>> _taken = [];

    public RootFields(IEnumerable<IResolvers> features, RequestGate gate)
    {
        _gate = gate;
        foreach (var feature in features)
        {
            feature.AddTo(this);
        }
    }

    public void Query(string name, Func<IResolveFieldContext, object?> resolve) =>
        _taken.Add(("Query", name), context => RequestGate.Read(context, resolve));

    /// <summary>A query that needs no sign-in.</summary>
    public void PublicQuery(string name, Func<IResolveFieldContext, object?> resolve) =>
        _taken.Add(("Query", name), context => RequestGate.ReadPublic(context, resolve));

    public void Mutation(string name, Func<IResolveFieldContext, object?> resolve) =>
        _taken.Add(("Mutation", name), context => _gate.Mutate(context, resolve));

    /// <summary>A mutation that needs no sign-in.</summary>
    public void PublicMutation(string name, Func<IResolveFieldContext, object?> resolve) =>
        _taken.Add(("Mutation", name), context => _gate.MutatePublic(context, resolve));

    /// <summary>What no feature has taken: queries answer null, mutations are switched off on this tenant.</summary>
    public object? Resolve(IResolveFieldContext context) => (context.ParentType.Name, context.FieldDefinition.Name) switch
    {
        var field when _taken.TryGetValue(field, out var resolve) => resolve(context),
        ("Query", _) => RequestGate.Read(context, _ => null),
        _ => _gate.Mutate(context, _ => throw KrakenError.Of("KT-CT-1113")),
    };
}
