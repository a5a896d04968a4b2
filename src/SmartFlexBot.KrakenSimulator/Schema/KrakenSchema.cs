using GraphQL.Conversion;
using GraphQL.Resolvers;
using GraphQL.Types;
using GraphQL.Utilities;
using GraphQLParser;
using GraphQLParser.AST;
using SmartFlexBot.KrakenSimulator.Endpoint;

namespace SmartFlexBot.KrakenSimulator.Schema;

/// <summary>
/// The executable schema, made of the schema files. Done once per process, whatever simulators run in it: who answers a root field is
/// known by the request.
/// </summary>
internal static class KrakenSchema
{
    private static readonly Lazy<ISchema> Built = new(Build);

    public static ISchema Instance => Built.Value;

    private static GraphQL.Types.Schema Build()
    {
        var text = $"{KrakenSchemaFile.Read()}\n{KrakenSchemaFile.ReadAssumed()}";
        var document = Parser.Parse(text);
        var schema = GraphQL.Types.Schema.For(text, builder =>
        {
            ResolveRootFields(document, builder.Types);
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

    private static void ResolveRootFields(GraphQLDocument document, TypeSettings types)
    {
        var resolver = new FuncFieldResolver<object>(context => RequestContext.Of(context).Fields.Resolve(context));
        foreach (var (type, fields) in document.Definitions.Select(FieldsOf).Where(root => root.Type is "Query" or "Mutation"))
        {
            foreach (var field in fields)
            {
                types.For(type).FieldFor(field.Name.StringValue).Resolver = resolver;
            }
        }
    }

    private static (string Type, IEnumerable<GraphQLFieldDefinition> Fields) FieldsOf(ASTNode definition) => definition switch
    {
        GraphQLObjectTypeDefinition { Fields: { } fields } type => (type.Name.StringValue, fields),
        GraphQLObjectTypeExtension { Fields: { } fields } type => (type.Name.StringValue, fields),
        _ => ("", []),
    };

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
