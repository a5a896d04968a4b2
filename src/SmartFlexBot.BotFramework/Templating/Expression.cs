using System.Text.Json.Nodes;

namespace SmartFlexBot.BotFramework.Templating;

/// <summary>A compiled expression. Evaluating reads the scope and changes nothing.</summary>
internal abstract record Expression
{
    /// <summary>The expression in the reference's own spelling, which it leaves in a card for what has no value.</summary>
    public abstract string Text { get; }

    public abstract Evaluation Evaluate(in Scope scope);
}

internal sealed record Literal(JsonValue? Value, string Spelling) : Expression
{
    public override string Text => Spelling;
    public override Evaluation Evaluate(in Scope scope) => Evaluation.Of(Value);
}

internal sealed record Not(Expression Operand) : Expression
{
    public override string Text => $"!({Operand.Text})";
    public override Evaluation Evaluate(in Scope scope) => Evaluation.Of(!Operand.Evaluate(scope).Holds);
}

internal sealed record And(Expression Left, Expression Right) : Expression
{
    public override string Text => $"({Left.Text} && {Right.Text})";

    public override Evaluation Evaluate(in Scope scope) =>
        Evaluation.Of(Left.Evaluate(scope).Holds && Right.Evaluate(scope).Holds);
}

internal sealed record Or(Expression Left, Expression Right) : Expression
{
    public override string Text => $"({Left.Text} || {Right.Text})";

    public override Evaluation Evaluate(in Scope scope) =>
        Evaluation.Of(Left.Evaluate(scope).Holds || Right.Evaluate(scope).Holds);
}

internal sealed record Equality(Expression Left, Expression Right, bool Negated) : Expression
{
    public override string Text => $"({Left.Text} {(Negated ? "!=" : "==")} {Right.Text})";

    public override Evaluation Evaluate(in Scope scope)
    {
        var (left, right) = (Left.Evaluate(scope), Right.Evaluate(scope));
        return Evaluation.Of(!left.IsError && !right.IsError && JsonValues.AreEqual(left.Value, right.Value) != Negated);
    }
}

internal sealed record Ordering(Expression Left, string Operator, Expression Right) : Expression
{
    public override string Text => $"({Left.Text} {Operator} {Right.Text})";

    /// <summary>False when a side has no value; an error when both have one and they are not two numbers or two texts.</summary>
    public override Evaluation Evaluate(in Scope scope)
    {
        var (left, right) = (Left.Evaluate(scope).Value, Right.Evaluate(scope).Value);
        if (left is null || right is null)
        {
            return Evaluation.Of(false);
        }

        return JsonValues.Compare(left, right) is not { } order
            ? Evaluation.Error(this)
            : Evaluation.Of(Operator switch
            {
                "<" => order < 0,
                "<=" => order <= 0,
                ">" => order > 0,
                _ => order >= 0,
            });
    }
}

internal sealed record If(Expression Condition, Expression Then, Expression Else) : Expression
{
    public override string Text => $"if({Condition.Text}, {Then.Text}, {Else.Text})";

    public override Evaluation Evaluate(in Scope scope) =>
        Condition.Evaluate(scope).Holds ? Then.Evaluate(scope) : Else.Evaluate(scope);
}
