using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmartFlexBot.Mutation;

/// <summary>Calls that are skipped, fallbacks and arms that are missing, and other constants.</summary>
internal sealed partial class FaultFinder
{
    // Nothing a customer, a tenant or an operator's program could notice.
    private static readonly string[] Unseen = ["Log", "Dispose", "ThrowIf", "SuppressFinalize"];

    public override void VisitExpressionStatement(ExpressionStatementSyntax node)
    {
        var call = (node.Expression as AwaitExpressionSyntax)?.Expression ?? node.Expression;
        if (call is InvocationExpressionSyntax invocation && !Declares(node) && !IsUnseen(invocation))
        {
            Wrap("call skipped", node, "if (!Mutant.Is(#)) { ", " }", "");
        }

        base.VisitExpressionStatement(node);
    }

    public override void VisitArrowExpressionClause(ArrowExpressionClauseSyntax node)
    {
        var isVoid = node.Parent is MethodDeclarationSyntax { ReturnType: PredefinedTypeSyntax { Keyword.Text: "void" } };
        if (isVoid && node.Expression is InvocationExpressionSyntax invocation && !Declares(node) && !IsUnseen(invocation))
        {
            Wrap("call skipped", node.Expression, "((System.Action)(() => { if (!Mutant.Is(#)) { ", "; } }))()", "");
        }

        base.VisitArrowExpressionClause(node);
    }

    public override void VisitSwitchExpressionArm(SwitchExpressionArmSyntax node)
    {
        if (node.WhenClause is null && node.Pattern is not (DiscardPatternSyntax or VarPatternSyntax))
        {
            Wrap("arm dropped", node.Pattern, "", " when !Mutant.Is(#)", "");
        }

        base.VisitSwitchExpressionArm(node);
    }

    public override void VisitLiteralExpression(LiteralExpressionSyntax node)
    {
        if (node.IsKind(SyntaxKind.TrueLiteralExpression))
        {
            Wrap("constant", node, "(!Mutant.Is(#) && ", ")", "false");
        }
        else if (node.IsKind(SyntaxKind.FalseLiteralExpression))
        {
            Wrap("constant", node, "(Mutant.Is(#) || ", ")", "true");
        }
        else if (node.Token.Value is int number)
        {
            var other = IsTime(node) ? number * 10 : number + 1;
            Wrap("constant", node, $"(Mutant.Is(#) ? {other} : ", ")", other.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private void NoFallback(BinaryExpressionSyntax node)
    {
        if (node.Right is CollectionExpressionSyntax)
        {
            Wrap("only fallback", node.Left, "(Mutant.Is(#) ? null : ", ")", OneLine(node.Right));
        }
        else if (node.Right is not ThrowExpressionSyntax && !IsDefault(node.Right) && !Declares(node.Right))
        {
            Wrap("no fallback", node.Right, "(Mutant.Is(#) ? default : ", ")", "default");
        }
    }

    private static bool IsDefault(ExpressionSyntax node) => node.ToString() is "TimeSpan.Zero" or "0" or "false" or "null" or "default";

    private static bool IsTime(LiteralExpressionSyntax node) =>
        node.Parent?.Parent?.Parent is InvocationExpressionSyntax call
        && call.Expression.ToString().StartsWith("TimeSpan.", StringComparison.Ordinal);

    private static bool IsUnseen(InvocationExpressionSyntax call)
    {
        var name = call.Expression is MemberAccessExpressionSyntax member ? member.Name.Identifier.Text : call.Expression.ToString();
        var on = call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax receiver }
            ? receiver.Identifier.Text
            : "";
        return Unseen.Any(unseen => name.StartsWith(unseen, StringComparison.Ordinal)) || on == "Log";
    }
}
