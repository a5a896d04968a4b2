using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;
using SmartFlexBot.Kraken.Operations;

namespace SmartFlexBot.Kraken.Tariffs;

/// <summary>
/// How this tenant is asked for a quote: a GraphQL file beside the market's settings, whose aliases map the tenant's names to ours.
/// Assumed throughout: no public schema of Kraken has an operation for a quote.
/// </summary>
/// <param name="Field">The tenant's own name of the field that brings the quote.</param>
/// <param name="Variables">Those of ours that the document asks for.</param>
internal sealed record QuoteDocument(KrakenDocument Document, string Field, IReadOnlyList<string> Variables)
{
    private const string Name = "TariffQuote";
    private const string Alias = "quote";

    private static readonly string[] Known = ["accountNumber", "propertyId", "productCode", "day"];

    /// <exception cref="InvalidDataException">The file cannot be used; the message says why.</exception>
    public static QuoteDocument Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new InvalidDataException(
                $"There is no quote document at {path}. Set tariff.quote.document in the market's settings to a GraphQL file beside them.");
        }

        try
        {
            var text = File.ReadAllText(path);
            var operations = Parser.Parse(text).Definitions.OfType<GraphQLOperationDefinition>().ToList();
            return operations is [{ Name.StringValue: Name } operation]
                ? Checked(operation, text, path)
                : throw new InvalidDataException($"{path} must hold one operation, and its name must be {Name}.");
        }
        catch (GraphQLSyntaxErrorException problem)
        {
            throw new InvalidDataException($"{path} is not GraphQL: {problem.Description} (line {problem.Location.Line}).", problem);
        }
    }

    private static QuoteDocument Checked(GraphQLOperationDefinition operation, string text, string path)
    {
        var variables = (operation.Variables?.Items ?? []).Select(variable => variable.Variable.Name.StringValue).ToList();
        if (variables.FirstOrDefault(variable => !Known.Contains(variable)) is { } unknown)
        {
            throw new InvalidDataException(
                $"{path} asks for ${unknown}. The variables are {string.Join(", ", Known.Select(known => $"${known}"))}.");
        }

        var quote = operation.SelectionSet.Selections.OfType<GraphQLField>()
            .FirstOrDefault(field => (field.Alias?.Name ?? field.Name).StringValue == Alias)
            ?? throw new InvalidDataException($"{path} must bring its quote under the alias {Alias}.");
        return new(new(Name, text, operation.Operation == OperationType.Mutation), quote.Name.StringValue, variables);
    }
}
