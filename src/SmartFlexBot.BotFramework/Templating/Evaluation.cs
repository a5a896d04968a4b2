using System.Text.Json;
using System.Text.Json.Nodes;

namespace SmartFlexBot.BotFramework.Templating;

/// <summary>
/// What an expression came to: a value (JSON null is one), nothing there, or an error such as an index out of range. The reference
/// tells the last two apart: <c>missing != 1</c> is true, <c>list[99] != 1</c> is false.
/// </summary>
internal readonly record struct Evaluation(JsonNode? Value, Expression? Unresolved, bool IsError)
{
    public static Evaluation Of(JsonNode? value) => new(value, null, false);
    public static Evaluation Of(bool value) => new(JsonValue.Create(value), null, false);
    public static Evaluation Missing(Expression at) => new(null, at, false);
    public static Evaluation Error(Expression at) => new(null, at, true);

    public bool HasValue => Unresolved is null;

    public bool IsTrue => Value?.GetValueKind() is JsonValueKind.True;

    /// <summary>The conditions' idea of true: everything except false, null, nothing and an error. 0 and "" are true.</summary>
    public bool Holds => Value is not null && Value.GetValueKind() is not JsonValueKind.False;
}
