using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SmartFlexBot.BotFramework.Templating;

/// <summary>Turns a template's JSON into compiled nodes and finds every mistake while it does.</summary>
internal sealed class TemplateCompiler(string template)
{
    private const int MaxDepth = 64;

    // Names that the reference keeps for itself and never writes into a card.
    private static readonly ImmutableHashSet<string> Reserved =
        ["$data", "$when", "$root", "$index", "$host", "$_acTemplateVersion"];

    public TemplateNode Compile(JsonObject card) => Compile(card, 0);

    private TemplateNode Compile(JsonNode? node, int depth) => node switch
    {
        _ when depth > MaxDepth => throw Problem(node, $"a template is at most {MaxDepth} levels deep"),
        JsonObject properties => CompileObject(properties, depth),
        JsonArray items => new ListNode([.. items.Select(item => Compile(item, depth + 1))]),
        JsonValue value when value.GetValueKind() is JsonValueKind.String => CompileText(value),
        _ => new FixedNode(node?.DeepClone()),
    };

    private ObjectNode CompileObject(JsonObject properties, int depth) => new(
        properties.TryGetPropertyValue("$data", out var data) ? CompileData(data, depth) : null,
        properties.TryGetPropertyValue("$when", out var when) ? CompileWhen(when, properties) : null,
        [.. properties
            .Where(property => !Reserved.Contains(property.Key))
            .Select(property => KeyValuePair.Create(property.Key, Compile(property.Value, depth + 1)))]);

    private TemplateNode CompileData(JsonNode? data, int depth)
    {
        if (data is JsonValue value && value.GetValueKind() is JsonValueKind.String)
        {
            return CompileText(value) is not MixedNode and var node
                ? node
                : throw Problem(data, "$data is one '${expression}' without text around it, or plain JSON");
        }

        RefuseExpressions(data, depth);
        return new FixedNode(data?.DeepClone());
    }

    private Expression CompileWhen(JsonNode? when, JsonObject owner) =>
        when is JsonValue value && value.GetValueKind() is JsonValueKind.String && CompileText(value) is BoundNode condition
            ? condition.Expression
            : throw Problem(when ?? owner, "$when is one '${expression}', no plain value and no text around it");

    // The reference would hand out its own expression objects as data here.
    private void RefuseExpressions(JsonNode? data, int depth)
    {
        if (depth > MaxDepth)
        {
            throw Problem(data, $"a template is at most {MaxDepth} levels deep");
        }

        if (data is JsonValue value && value.GetValueKind() is JsonValueKind.String && CompileText(value) is not FixedNode)
        {
            throw Problem(data, "plain JSON in $data cannot hold expressions");
        }

        foreach (var child in data switch
        {
            JsonObject properties => properties.Select(property => property.Value),
            JsonArray items => items,
            _ => Enumerable.Empty<JsonNode?>(),
        })
        {
            RefuseExpressions(child, depth + 1);
        }
    }

    private TemplateNode CompileText(JsonValue text)
    {
        try
        {
            return TemplateText.Compile(JsonValues.ToText(text)!);
        }
        catch (ExpressionSyntaxException e)
        {
            throw new CardTemplateException(template, text.GetPath(), e.Column, e.Message, e);
        }
    }

    private CardTemplateException Problem(JsonNode? at, string problem) => new(template, at?.GetPath() ?? "$", 0, problem);
}
