using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;

namespace SmartFlexBot.BotFramework.Templating;

/// <summary>Compiles one text of a template: fixed text and <c>${expressions}</c>.</summary>
internal static class TemplateText
{
    /// <exception cref="ExpressionSyntaxException">An expression is wrong or never ends.</exception>
    public static TemplateNode Compile(string text)
    {
        // The reference looks at backslashes only in a text that has "${" in it, so "C:\$" alone stays as it is.
        if (!text.Contains("${", StringComparison.Ordinal))
        {
            return new FixedNode(JsonValue.Create(text));
        }

        var parts = Split(text);
        return parts is [{ Expression: { } whole }] && !IsBareLiteral(whole) ? new BoundNode(whole) : new MixedNode(parts);
    }

    // The reference makes "${42}" the text "42". "${-42}" is a subtraction to it and stays a number.
    private static bool IsBareLiteral(Expression expression) => expression is Literal { Spelling: not ['-', ..] };

    private static ImmutableArray<TextPart> Split(string text)
    {
        var parts = ImmutableArray.CreateBuilder<TextPart>();
        var pending = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var next = at + 1 < text.Length ? text[at + 1] : '\0';
            if (text[at] == '$' && next == '{')
            {
                Flush();
                var lexer = new ExpressionLexer(text, at + 2);
                parts.Add(new TextPart(null, new ExpressionParser(lexer.Read()).Parse()));
                at = lexer.End;
            }
            else
            {
                var escaped = text[at] == '\\' && next is '$' or '`';
                pending.Append(escaped ? next : text[at]);
                at += escaped ? 2 : 1;
            }
        }
        Flush();
        return parts.ToImmutable();

        void Flush()
        {
            if (pending.Length > 0)
            {
                parts.Add(new TextPart(pending.ToString(), null));
            }

            pending.Clear();
        }
    }
}
