using System.Text.Json;
using System.Text.Json.Nodes;

namespace SmartFlexBot.BotFramework.Templating;

internal enum ScopeVariable
{
    Root,
    Data,
    Index,
}

/// <summary>$root, $data or $index.</summary>
internal sealed record Variable(ScopeVariable Which) : Expression
{
    public override string Text => Which switch
    {
        ScopeVariable.Root => "$root",
        ScopeVariable.Data => "$data",
        _ => "$index",
    };

    public override Evaluation Evaluate(in Scope scope) => Which switch
    {
        ScopeVariable.Root => Evaluation.Of(scope.Root),
        ScopeVariable.Data when scope.HasData => Evaluation.Of(scope.Data),
        ScopeVariable.Index when scope.Index is { } index => Evaluation.Of(JsonValue.Create(index)),
        _ => Evaluation.Missing(this),
    };
}

/// <summary>A plain name: a property of $data.</summary>
internal sealed record Name(string Property) : Expression
{
    public override string Text => Property;

    public override Evaluation Evaluate(in Scope scope) =>
        JsonValues.TryGetProperty(scope.Data, Property, out var value) ? Evaluation.Of(value) : Evaluation.Missing(this);
}

/// <summary><c>target.property</c>; nothing anywhere on the way is nothing, never an error.</summary>
internal sealed record Member(Expression Target, string Property) : Expression
{
    public override string Text => $"{Target.Text}.{Property}";

    public override Evaluation Evaluate(in Scope scope) =>
        JsonValues.TryGetProperty(Target.Evaluate(scope).Value, Property, out var value) ? Evaluation.Of(value) : Evaluation.Missing(this);
}

/// <summary><c>target[index]</c>: a whole number into an array, a text into an object.</summary>
internal sealed record Element(Expression Target, Expression Index) : Expression
{
    public override string Text => $"{Target.Text}[{Index.Text}]";

    public override Evaluation Evaluate(in Scope scope)
    {
        var target = Target.Evaluate(scope);
        var index = Index.Evaluate(scope).Value;
        return index?.GetValueKind() switch
        {
            _ when target.IsError => Evaluation.Error(this),
            JsonValueKind.String when JsonValues.TryGetProperty(target.Value, JsonValues.ToText(index)!, out var value) =>
                Evaluation.Of(value),
            JsonValueKind.String => Evaluation.Missing(this),
            JsonValueKind.Number when JsonValues.ToWhole(index) is { } at => At(target.Value, at),
            _ => Evaluation.Error(this),
        };
    }

    private Evaluation At(JsonNode? target, int index) => target switch
    {
        null => Evaluation.Missing(this),
        JsonArray items when index >= 0 && index < items.Count => Evaluation.Of(items[index]),
        _ => Evaluation.Error(this),
    };
}
