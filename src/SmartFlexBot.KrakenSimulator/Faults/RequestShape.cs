using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

namespace SmartFlexBot.KrakenSimulator.Faults;

/// <summary>What a request is about, as far as faults need to know before it runs.</summary>
/// <param name="RootFields">Names, not aliases.</param>
/// <param name="Values">Every text in variables and arguments: account numbers and ids are among them.</param>
internal sealed record RequestShape(string? OperationName, IReadOnlyList<string> RootFields, IReadOnlyList<string> Values)
{
    private static readonly RequestShape Unknown = new(null, [], []);

    public static RequestShape Of(string? query, string? operationName, IReadOnlyDictionary<string, object?>? variables)
    {
        try
        {
            var operations = Parser.Parse(query ?? "").Definitions.OfType<GraphQLOperationDefinition>().ToList();
            var operation = operations.FirstOrDefault(one => operationName is null || one.Name?.StringValue == operationName);
            if (operation is null)
            {
                return Unknown;
            }

            var fields = operation.SelectionSet.Selections.OfType<GraphQLField>().ToList();
            var literals = fields.SelectMany(field => field.Arguments?.Items ?? []).SelectMany(argument => Texts(argument.Value));
            return new(
                operation.Name?.StringValue,
                [.. fields.Select(field => field.Name.StringValue)],
                [.. literals, .. (variables ?? new Dictionary<string, object?>()).Values.SelectMany(Texts)]);
        }
        catch (GraphQLSyntaxErrorException)
        {
            return Unknown;
        }
    }

    private static IEnumerable<string> Texts(GraphQLValue value) => value switch
    {
        GraphQLStringValue text => [text.Value.ToString()],
        GraphQLObjectValue fields => (fields.Fields ?? []).SelectMany(field => Texts(field.Value)),
        GraphQLListValue items => (items.Values ?? []).SelectMany(Texts),
        _ => [],
    };

    private static IEnumerable<string> Texts(object? value) => value switch
    {
        string text => [text],
        IDictionary<string, object?> fields => fields.Values.SelectMany(Texts),
        IEnumerable<object?> items => items.SelectMany(Texts),
        _ => [],
    };
}
