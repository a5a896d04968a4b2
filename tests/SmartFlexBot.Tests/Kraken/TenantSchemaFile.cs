using GraphQL;
using GraphQL.SystemTextJson;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace SmartFlexBot.Tests.Kraken;

/// <summary>Our copy of Kraken's schema, for checking operations and for introspection.</summary>
internal static class TenantSchemaFile
{
    private static readonly string[] OwnScalars = ["JSONString", "GenericScalar", "Time", "Decimal", "Date", "DateTime"];

    public static string Text { get; } = Read();

    public static ISchema Load(string text)
    {
        var document = GraphQLParser.Parser.Parse(text);
        var schema = Schema.For(text, builder =>
        {
            foreach (var type in document.Definitions.Where(type => type is GraphQLInterfaceTypeDefinition or GraphQLUnionTypeDefinition))
            {
                builder.Types.For(((GraphQLTypeDefinition)type).Name.StringValue).ResolveType = _ => null!;
            }
        });
        foreach (var name in OwnScalars)
        {
            schema.RegisterType(new AnyScalar(name));
        }

        schema.Initialize();
        return schema;
    }

    /// <returns>What is wrong with the operation; empty when nothing.</returns>
    public static async Task<IReadOnlyList<string>> FaultsAsync(ISchema schema, string query)
    {
        var document = GraphQLParser.Parser.Parse(query);
        var result = await new DocumentValidator().ValidateAsync(new ValidationOptions
        {
            Schema = schema,
            Document = document,
            Operation = document.Definitions.OfType<GraphQLOperationDefinition>().Single(),
            Variables = Inputs.Empty,
        });
        // Variables are absent here on purpose: only the document is judged.
        return [.. result.Errors.Where(error => error is not InvalidVariableError).Select(error => error.Message)];
    }

    public static async Task<string> IntrospectAsync(ISchema schema, string query)
    {
        var result = await new DocumentExecuter().ExecuteAsync(options =>
        {
            options.Schema = schema;
            options.Query = query;
        });
        return new GraphQLSerializer().Serialize(result);
    }

    private static string Read()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "SmartFlexBot.sln")))
        {
            folder = folder.Parent;
        }

        return File.ReadAllText(Path.Combine(folder.FullName, "src", "SmartFlexBot.KrakenSimulator", "Schema", "schema.graphql"));
    }

    private sealed class AnyScalar : ScalarGraphType
    {
        public AnyScalar(string name) => Name = name;

        public override object? ParseLiteral(GraphQLValue value) => value;

        public override object? ParseValue(object? value) => value;
    }
}
