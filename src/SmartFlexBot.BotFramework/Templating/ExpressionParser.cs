using System.Globalization;
using System.Text.Json.Nodes;

namespace SmartFlexBot.BotFramework.Templating;

/// <summary>
/// Tokens to an expression. From loosest to tightest, as in adaptive-expressions: <c>||</c>, <c>&amp;&amp;</c>,
/// <c>&lt; &lt;= &gt; &gt;=</c>, <c>== !=</c>, <c>!</c>, paths. So <c>a &lt; b == c</c> reads <c>a &lt; (b == c)</c> there and here.
/// </summary>
internal sealed class ExpressionParser(IReadOnlyList<Token> tokens)
{
    private int _at;

    private Token Current => tokens[_at];

    public Expression Parse()
    {
        if (Current.Kind is TokenKind.End)
        {
            throw new ExpressionSyntaxException(Current.Column, "'${}' is empty; to show it as text write '\\${}'");
        }

        var expression = ParseOr();
        return Current.Kind is TokenKind.End ? expression : throw Unexpected("an operator or '}'");
    }

    private Expression ParseOr()
    {
        var left = ParseAnd();
        while (Take("||"))
        {
            left = new Or(left, ParseAnd());
        }

        return left;
    }

    private Expression ParseAnd()
    {
        var left = ParseOrdering();
        while (Take("&&"))
        {
            left = new And(left, ParseOrdering());
        }

        return left;
    }

    private Expression ParseOrdering()
    {
        var left = ParseEquality();
        while (Current is { Kind: TokenKind.Symbol, Value: "<" or "<=" or ">" or ">=" } token)
        {
            _at++;
            left = new Ordering(left, token.Value, ParseEquality());
        }
        return left;
    }

    private Expression ParseEquality()
    {
        var left = ParseUnary();
        while (Current is { Kind: TokenKind.Symbol, Value: "==" or "!=" } token)
        {
            _at++;
            left = new Equality(left, ParseUnary(), Negated: token.Value == "!=");
        }
        return left;
    }

    private Expression ParseUnary() => Take("!") ? new Not(ParseUnary()) : ParsePrimary();

    private Expression ParsePrimary()
    {
        var token = Current;
        _at++;
        return token switch
        {
            { Kind: TokenKind.Number } => NumberLiteral(token.Value),
            { Kind: TokenKind.Symbol, Value: "-" } when Current.Kind is TokenKind.Number => NumberLiteral("-" + tokens[_at++].Value),
            { Kind: TokenKind.String } =>
                new Literal(JsonValue.Create(token.Value), $"'{token.Value.Replace("\\", "\\\\").Replace("'", "\\'")}'"),
            { Kind: TokenKind.Name, Value: "true" } => new Literal(JsonValue.Create(true), "true"),
            { Kind: TokenKind.Name, Value: "false" } => new Literal(JsonValue.Create(false), "false"),
            { Kind: TokenKind.Name, Value: "null" } => new Literal(null, "null"),
            { Kind: TokenKind.Name } when Current is { Kind: TokenKind.Symbol, Value: "(" } => ParseFunction(token),
            { Kind: TokenKind.Name } => ParsePath(token),
            { Kind: TokenKind.Symbol, Value: "(" } => ParseParenthesis(),
            _ => throw Unexpected("a value", token),
        };
    }

    private Expression ParseParenthesis()
    {
        var inner = ParseOr();
        Expect(")");
        return inner;
    }

    private If ParseFunction(Token name)
    {
        if (name.Value != "if")
        {
            throw new ExpressionSyntaxException(
                name.Column, $"there is no function '{name.Value}'; the only one is if(condition, then, else)");
        }

        Expect("(");
        var condition = ParseOr();
        Expect(",");
        var then = ParseOr();
        Expect(",");
        var otherwise = ParseOr();
        Expect(")");
        return new If(condition, then, otherwise);
    }

    private Expression ParsePath(Token first)
    {
        Expression path = first.Value switch
        {
            "$root" => new Variable(ScopeVariable.Root),
            "$data" => new Variable(ScopeVariable.Data),
            "$index" => new Variable(ScopeVariable.Index),
            ['$', ..] =>
                throw new ExpressionSyntaxException(first.Column, $"there is no '{first.Value}'; there are $root, $data and $index"),
            _ => new Name(first.Value),
        };
        while (true)
        {
            if (Take("."))
            {
                var property = Current is { Kind: TokenKind.Name, Value: not ['$', ..] }
                    ? Current.Value
                    : throw Unexpected("a property name");
                _at++;
                path = new Member(path, property);
            }
            else if (Take("["))
            {
                path = new Element(path, ParseOr());
                Expect("]");
            }
            else
            {
                return path;
            }
        }
    }

    private static Literal NumberLiteral(string digits)
    {
        var value = decimal.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
        return new Literal(JsonValue.Create(value), digits);
    }

    private bool Take(string symbol)
    {
        if (Current.Kind is not TokenKind.Symbol || Current.Value != symbol)
        {
            return false;
        }

        _at++;
        return true;
    }

    private void Expect(string symbol)
    {
        if (!Take(symbol))
        {
            throw Unexpected($"'{symbol}'");
        }
    }

    private ExpressionSyntaxException Unexpected(string wanted, Token? found = null)
    {
        var token = found ?? Current;
        return new ExpressionSyntaxException(token.Column, $"{wanted} is expected, not '{token.Value}'");
    }
}
