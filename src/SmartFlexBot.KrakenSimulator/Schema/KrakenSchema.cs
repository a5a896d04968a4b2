using GraphQL.Conversion;
using GraphQL.Types;
using GraphQL.Utilities;
using GraphQLParser;
using GraphQLParser.AST;
using SmartFlexBot.KrakenSimulator.Endpoint;

namespace SmartFlexBot.KrakenSimulator.Schema;

/// <summary>Builds the executable schema from the schema files and the resolvers of each feature. Done once per process.</summary>
internal static class KrakenSchema
{
    public static ISchema Build(IEnumerable<IResolvers> resolvers, RequestGate gate)
    {
        var text = $"{KrakenSchemaFile.Read()}\n{KrakenSchemaFile.ReadAssumed()}";
        var document = Parser.Parse(text);
        var schema = GraphQL.Types.Schema.For(text, builder =>
        {
            var fields = new RootFields(builder.Types, gate);
            foreach (var feature in resolvers)
            {
                feature.AddTo(fields);
            }

            fields.AddRest(document);
            ResolveAbstractTypes(document, builder.Types);
        });

        // The library's own converter would turn APIKey into aPIKey.
        schema.NameConverter = DefaultNameConverter.Instance;
        schema.RegisterType(new KrakenDecimal());
        schema.RegisterType(new KrakenDateTime());
        foreach (var name in new[] { "Date", "Time", "JSONString", "GenericScalar" })
        {
            schema.RegisterType(new PassThroughScalar(name));
        }

        schema.Initialize();
        return schema;
    }

    private static void ResolveAbstractTypes(GraphQLDocument document, TypeSettings types)
    {
        foreach (var definition in document.Definitions)
        {
            if (definition is GraphQLInterfaceTypeDefinition or GraphQLUnionTypeDefinition)
            {
                types.For(((GraphQLTypeDefinition)definition).Name.StringValue).ResolveType =
                    value => new GraphQLTypeReference(((ITypedView)value).TypeName);
            }
        }
    }
}
