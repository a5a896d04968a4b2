using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Utilities;
using GraphQLParser.AST;

namespace SmartFlexBot.KrakenSimulator.Endpoint;

/// <summary>Where the features put their queries and mutations; each passes the <see cref="RequestGate"/>.</summary>
internal sealed class RootFields(TypeSettings types, RequestGate gate)
{
    private readonly HashSet<string> _taken = [];

    public void Query(string name, Func<IResolveFieldContext, object?> resolve) =>
        Add("Query", name, context => RequestGate.Read(context, resolve));

    /// <summary>A query that needs no sign-in.</summary>
    public void PublicQuery(string name, Func<IResolveFieldContext, object?> resolve) =>
        Add("Query", name, context => RequestGate.ReadPublic(context, resolve));

    public void Mutation(string name, Func<IResolveFieldContext, object?> resolve) =>
        Add("Mutation", name, context => gate.Mutate(context, resolve));

    /// <summary>A mutation that needs no sign-in.</summary>
    public void PublicMutation(string name, Func<IResolveFieldContext, object?> resolve) =>
        Add("Mutation", name, context => gate.MutatePublic(context, resolve));

    /// <summary>What no feature has taken: queries answer null, mutations are switched off on this tenant.</summary>
    public void AddRest(GraphQLDocument document)
    {
        foreach (var root in document.Definitions.OfType<GraphQLObjectTypeDefinition>()
            .Where(type => type.Name.StringValue is "Query" or "Mutation"))
        {
            foreach (var name in root.Fields!.Select(field => field.Name.StringValue).Where(name => !_taken.Contains(name)))
            {
                if (root.Name.StringValue == "Query")
                {
                    Query(name, _ => null);
                }
                else
                {
                    Mutation(name, _ => throw KrakenError.Of("KT-CT-1113"));
                }
            }
        }
    }

    private void Add(string type, string name, Func<IResolveFieldContext, object?> resolve)
    {
        _taken.Add(name);
        types.For(type).FieldFor(name).Resolver = new FuncFieldResolver<object>(resolve);
    }
}
