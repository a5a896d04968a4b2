using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmartFlexBot.Mutation;

/// <summary>
/// Finds where one source file can be faulty. What would not compile is avoided: constants, attributes, patterns, names declared twice.
/// </summary>
internal sealed partial class FaultFinder(string file) : CSharpSyntaxWalker
{
    private readonly List<Fault> _found = [];

    public static IReadOnlyList<Fault> Find(string file, string text)
    {
        var finder = new FaultFinder(file);
        finder.Visit(CSharpSyntaxTree.ParseText(text).GetRoot());
        return finder._found;
    }

    public override void VisitAttributeList(AttributeListSyntax node) { }

    public override void VisitEnumMemberDeclaration(EnumMemberDeclarationSyntax node) { }

    public override void VisitConstantPattern(ConstantPatternSyntax node) { }

    public override void VisitRelationalPattern(RelationalPatternSyntax node) { }

    public override void VisitCaseSwitchLabel(CaseSwitchLabelSyntax node) { }

    public override void VisitParameter(ParameterSyntax node) { }

    public override void VisitFieldDeclaration(FieldDeclarationSyntax node)
    {
        if (!node.Modifiers.Any(SyntaxKind.ConstKeyword))
        {
            base.VisitFieldDeclaration(node);
        }
    }

    public override void VisitLocalDeclarationStatement(LocalDeclarationStatementSyntax node)
    {
        if (!node.IsConst)
        {
            base.VisitLocalDeclarationStatement(node);
        }
    }

    /// <summary>The span stays where it is, and something is put around it.</summary>
    private void Wrap(string kind, SyntaxNode node, string before, string after, string changed)
    {
        var span = node.Span;
        var line = node.SyntaxTree.GetLineSpan(span).StartLinePosition.Line + 1;
        var member = node.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.SpanStart ?? 0;
        _found.Add(new Fault(0, file, line, kind, span.Start, span.End, before, after, member)
        {
            Original = OneLine(node),
            Changed = changed,
            IsOnce = node.Ancestors().Any(IsStaticState),
        });
    }

    /// <summary>The whole is written a second time with the fault in it, on one line, so that lines keep their numbers.</summary>
    private void Instead(string kind, ExpressionSyntax node, string changed)
    {
        var text = node.ToString();
        if (!Declares(node) && !text.Contains("//", StringComparison.Ordinal) && !text.Contains("\"\"\"", StringComparison.Ordinal))
        {
            Wrap(kind, node, $"(Mutant.Is(#) ? ({changed}) : ", ")", changed);
        }
    }

    /// <summary>A name that is declared within must neither be declared twice nor be left unassigned.</summary>
    private static bool Declares(SyntaxNode node) => node.DescendantNodesAndSelf().Any(inner =>
        inner is VariableDesignationSyntax and not DiscardDesignationSyntax
            && !inner.Ancestors().TakeWhile(outer => outer != node).Any(IsScope));

    private static bool IsStaticState(SyntaxNode node) => node switch
    {
        BaseFieldDeclarationSyntax field => field.Modifiers.Any(SyntaxKind.StaticKeyword),
        PropertyDeclarationSyntax { Initializer: not null } property => property.Modifiers.Any(SyntaxKind.StaticKeyword),
        _ => false,
    };

    private static bool IsScope(SyntaxNode node) => node is AnonymousFunctionExpressionSyntax or SwitchExpressionArmSyntax;

    private static string OneLine(SyntaxNode node) => string.Join(' ', node.ToString().Split('\n', StringSplitOptions.TrimEntries));
}
