using GraphQLParser;
using GraphQLParser.AST;
using SmartFlexBot.Kraken.Operations;

namespace SmartFlexBot.Kraken.Tenant;

/// <summary>Takes out of an operation what a tenant's schema does not have: one absent field fails a whole query.</summary>
internal static class DocumentFitting
{
    /// <returns>Null when nothing would be left to ask.</returns>
    public static KrakenDocument? Fit(KrakenDocument document, TenantTypes types)
    {
        var tree = Parser.Parse(document.Text);
        foreach (var definition in tree.Definitions)
        {
            switch (definition)
            {
                case GraphQLOperationDefinition operation:
                    Prune(operation.SelectionSet, types.Root(document.IsMutation), types);
                    break;
                case GraphQLFragmentDefinition fragment:
                    Prune(fragment.SelectionSet, fragment.TypeCondition.Type.Name.StringValue, types);
                    break;
            }
        }

        var root = tree.Definitions.OfType<GraphQLOperationDefinition>().Single();
        if (root.SelectionSet.Selections.Count == 0)
        {
            return null;
        }

        var used = Reached(root, tree);
        tree.Definitions.RemoveAll(definition =>
            definition is GraphQLFragmentDefinition fragment && !used.Contains(fragment.FragmentName.Name.StringValue));
        return document with { Text = OperationText.Print(tree) };
    }

    private static void Prune(GraphQLSelectionSet selections, string? type, TenantTypes types)
    {
        selections.Selections.RemoveAll(selection => selection switch
        {
            GraphQLField field => type is not null && !types.HasField(type, field.Name.StringValue),
            GraphQLInlineFragment { TypeCondition.Type: { } condition } => !types.HasType(condition.Name.StringValue),
            _ => false,
        });
        foreach (var selection in selections.Selections)
        {
            switch (selection)
            {
                case GraphQLField { SelectionSet: { } inner }:
                    Prune(inner, type: null, types);
                    break;
                case GraphQLInlineFragment fragment:
                    Prune(fragment.SelectionSet, fragment.TypeCondition?.Type.Name.StringValue ?? type, types);
                    break;
            }
        }

        selections.Selections.RemoveAll(selection => selection is GraphQLInlineFragment { SelectionSet.Selections.Count: 0 });
    }

    private static HashSet<string> Reached(GraphQLOperationDefinition root, GraphQLDocument tree)
    {
        var fragments = tree.Definitions.OfType<GraphQLFragmentDefinition>().ToDictionary(
            fragment => fragment.FragmentName.Name.StringValue);
        var reached = new HashSet<string>();
        var waiting = new Queue<string>(OperationText.Spreads(root));
        while (waiting.TryDequeue(out var name))
        {
            if (reached.Add(name))
            {
                OperationText.Spreads(fragments[name]).ToList().ForEach(waiting.Enqueue);
            }
        }

        return reached;
    }
}
