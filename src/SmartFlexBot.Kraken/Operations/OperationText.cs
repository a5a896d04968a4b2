using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Visitors;

namespace SmartFlexBot.Kraken.Operations;

/// <summary>Puts an operation together with the fragments it uses, and prints it.</summary>
internal static class OperationText
{
    private static readonly SDLPrinter Printer = new(new SDLPrinterOptions { PrintComments = false });

    /// <summary>The fragments of all files, by name.</summary>
    private static readonly Dictionary<string, GraphQLFragmentDefinition> Fragments = ReadFragments();

    /// <returns>The operation with every fragment that it reaches, each once, as a syntax tree of its own.</returns>
    public static GraphQLDocument Assemble(string operation)
    {
        var document = Parser.Parse(operation);
        for (var i = 0; i < document.Definitions.Count; i++)
        {
            foreach (var name in Spreads(document.Definitions[i]))
            {
                if (!document.Definitions.OfType<GraphQLFragmentDefinition>().Any(known => known.FragmentName.Name.StringValue == name))
                {
                    document.Definitions.Add(Fragments[name]);
                }
            }
        }

        return Parser.Parse(Print(document));
    }

    public static string Print(GraphQLDocument document) => Printer.Print(document);

    /// <summary>The fragments that a definition, or a part of one, names.</summary>
    public static IEnumerable<string> Spreads(ASTNode node) => node switch
    {
        GraphQLFragmentSpread spread => [spread.FragmentName.Name.StringValue],
        IHasSelectionSetNode { SelectionSet: { } selections } => selections.Selections.SelectMany(Spreads),
        _ => [],
    };

    private static Dictionary<string, GraphQLFragmentDefinition> ReadFragments() =>
        typeof(OperationText).Assembly.GetManifestResourceNames()
        .Where(name => name.EndsWith("Fields.graphql", StringComparison.Ordinal))
        .Select(name => (GraphQLFragmentDefinition)Parser.Parse(ReadFile(name)).Definitions[0])
        .ToDictionary(fragment => fragment.FragmentName.Name.StringValue);

    public static string ReadFile(string name)
    {
        using var stream = typeof(OperationText).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The operation file {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
