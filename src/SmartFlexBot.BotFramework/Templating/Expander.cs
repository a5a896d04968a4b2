using System.Text;
using System.Text.Json.Nodes;

namespace SmartFlexBot.BotFramework.Templating;

/// <summary>Fills compiled nodes with the data of a scope.</summary>
/// <param name="leftovers">Receives the text of every expression that had no usable value and stayed in the card.</param>
internal sealed class Expander(List<string> leftovers)
{
    public JsonNode? Expand(TemplateNode node, Scope scope) => node switch
    {
        FixedNode fixedNode => fixedNode.Value?.DeepClone(),
        BoundNode bound => ExpandBound(bound, scope),
        MixedNode mixed => ExpandMixed(mixed, scope),
        ListNode list => ExpandList(list, scope),
        ObjectNode properties => ExpandObject(properties, scope),
        _ => throw new InvalidOperationException($"'{node.GetType().Name}' is no template node."),
    };

    private JsonNode? ExpandBound(BoundNode node, in Scope scope)
    {
        var result = node.Expression.Evaluate(scope);
        return result.HasValue ? result.Value?.DeepClone() : JsonValue.Create(Leftover(result.Unresolved!));
    }

    private JsonValue ExpandMixed(MixedNode node, in Scope scope)
    {
        var text = new StringBuilder();
        foreach (var part in node.Parts)
        {
            if (part.Expression is not { } expression)
            {
                text.Append(part.Text);
                continue;
            }
            var result = expression.Evaluate(scope);
            text.Append(JsonValues.ToText(result.Value) ?? Leftover(result.Unresolved ?? expression));
        }
        return JsonValue.Create(text.ToString());
    }

    /// <summary>Nothing leaves no gap, and an array (also one that came from data) joins this one, as the reference does.</summary>
    private JsonArray ExpandList(ListNode node, in Scope scope)
    {
        var result = new JsonArray();
        foreach (var item in node.Items)
        {
            if (Expand(item, scope) is not { } expanded)
            {
                continue;
            }

            if (expanded is not JsonArray several)
            {
                result.Add(expanded);
                continue;
            }
            var inner = several.ToList();
            several.Clear();
            inner.ForEach(result.Add);
        }
        return result;
    }

    /// <returns>The object; an array when $data repeats it; null when none is left. One that is left alone is no array.</returns>
    private JsonNode? ExpandObject(ObjectNode node, Scope scope)
    {
        if (node.Data is null)
        {
            return ExpandOne(node, scope);
        }

        var data = node.Data is BoundNode bound ? bound.Expression.Evaluate(scope) : Evaluation.Of(((FixedNode)node.Data).Value);
        if (data.Value is not JsonArray rows)
        {
            var only = ExpandOne(node, scope with { Data = data.Value, HasData = data.HasValue });
            if (only is not null && data.Unresolved is { } unresolved)
            {
                Leftover(unresolved);
            }

            return only;
        }
        var shown = rows
            .Select((row, index) => ExpandOne(node, scope with { Data = row, HasData = true, Index = index }))
            .OfType<JsonObject>()
            .ToArray<JsonNode?>();
        return shown switch
        {
            [] => null,
            [var single] => single,
            _ => new JsonArray(shown),
        };
    }

    private JsonObject? ExpandOne(ObjectNode node, Scope scope)
    {
        if (node.When is { } when && !when.Evaluate(scope).IsTrue)
        {
            return null;
        }

        var result = new JsonObject();
        foreach (var (name, value) in node.Properties)
        {
            result.Add(name, Expand(value, scope));
        }

        return result;
    }

    private string Leftover(Expression unresolved)
    {
        var text = "${" + unresolved.Text + "}";
        leftovers.Add(text);
        return text;
    }
}
