using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmartFlexBot.Mutation;

/// <summary>Conditions that always or never hold, that lose a part, or whose comparison is another.</summary>
internal sealed partial class FaultFinder
{
    private static readonly Dictionary<string, string[]> OtherComparisons = new()
    {
        ["=="] = ["!="],
        ["!="] = ["=="],
        [">"] = [">=", "<="],
        [">="] = [">", "<"],
        ["<"] = ["<=", ">="],
        ["<="] = ["<", ">"],
    };

    private static readonly string[] Filters = ["Where", "Any", "All", "FirstOrDefault", "TakeWhile"];

    public override void VisitIfStatement(IfStatementSyntax node)
    {
        Decided(node.Condition, always: true, never: true);
        base.VisitIfStatement(node);
    }

    public override void VisitConditionalExpression(ConditionalExpressionSyntax node)
    {
        Decided(node.Condition, always: true, never: true);
        base.VisitConditionalExpression(node);
    }

    // Never "always": a loop without an end tells nothing.
    public override void VisitWhileStatement(WhileStatementSyntax node)
    {
        if (!node.Condition.IsKind(SyntaxKind.TrueLiteralExpression))
        {
            Decided(node.Condition, always: false, never: true);
            base.VisitWhileStatement(node);
            return;
        }

        Visit(node.Statement);
    }

    public override void VisitWhenClause(WhenClauseSyntax node)
    {
        Decided(node.Condition, always: true, never: false);
        base.VisitWhenClause(node);
    }

    public override void VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        if (node.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: var name } && Filters.Contains(name))
        {
            foreach (var argument in node.ArgumentList.Arguments)
            {
                Decided((argument.Expression as LambdaExpressionSyntax)?.ExpressionBody, always: true, never: false);
            }
        }

        base.VisitInvocationExpression(node);
    }

    public override void VisitPrefixUnaryExpression(PrefixUnaryExpressionSyntax node)
    {
        if (node.IsKind(SyntaxKind.LogicalNotExpression) && !Declares(node))
        {
            Wrap("negation dropped", node, "(Mutant.Is(#) ^ (", "))", OneLine(node.Operand));
        }

        base.VisitPrefixUnaryExpression(node);
    }

    public override void VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        var (left, sign, right) = (OneLine(node.Left), node.OperatorToken.Text, OneLine(node.Right));
        foreach (var other in OtherComparisons.GetValueOrDefault(sign, []))
        {
            Instead("comparison", node, $"{left} {other} {right}");
        }

        if (sign is "&&" or "||")
        {
            Instead("and/or", node, $"{left} {(sign is "&&" ? "||" : "&&")} {right}");
            Decided(node.Left, always: sign is "&&", never: sign is "||");
            Decided(node.Right, always: sign is "&&", never: sign is "||");
        }
        else if (sign is "??")
        {
            NoFallback(node);
        }

        base.VisitBinaryExpression(node);
    }

    public override void VisitIsPatternExpression(IsPatternExpressionSyntax node)
    {
        if (node.Pattern is BinaryPatternSyntax { OperatorToken.Text: "or" } list)
        {
            Instead("pattern dropped", node, $"{OneLine(node.Expression)} is {OneLine(list.Left)}");
            Instead("pattern dropped", node, $"{OneLine(node.Expression)} is {OneLine(list.Right)}");
        }

        base.VisitIsPatternExpression(node);
    }

    private void Decided(ExpressionSyntax? condition, bool always, bool never)
    {
        // A name declared by "is" is assigned when the condition holds, one by "is not" when it does not: only one outcome can be forced.
        if (condition is null || (condition.Parent is BinaryExpressionSyntax && Declares(condition)))
        {
            return;
        }

        var assignedWhenFalse = IsDenial(condition);
        if (always && (!Declares(condition) || assignedWhenFalse))
        {
            Wrap("condition dropped", condition, "(Mutant.Is(#) || (", "))", "true");
        }

        if (never && (!Declares(condition) || !assignedWhenFalse))
        {
            Wrap("condition dropped", condition, "(!Mutant.Is(#) && (", "))", "false");
        }
    }

    private static bool IsDenial(ExpressionSyntax condition) => condition switch
    {
        ParenthesizedExpressionSyntax inner => IsDenial(inner.Expression),
        BinaryExpressionSyntax either => either.IsKind(SyntaxKind.LogicalOrExpression),
        IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax } => true,
        _ => condition.IsKind(SyntaxKind.LogicalNotExpression),
    };
}
