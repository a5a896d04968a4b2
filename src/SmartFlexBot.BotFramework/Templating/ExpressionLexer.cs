using System.Globalization;
using System.Text;

namespace SmartFlexBot.BotFramework.Templating;

internal enum TokenKind
{
    Name,
    Number,
    String,
    Symbol,
    End,
}

/// <param name="Column">Its first character in the text of the template, counted from 1.</param>
/// <param name="Value">A string without its quotes and escapes, else the characters themselves.</param>
internal readonly record struct Token(TokenKind Kind, int Column, string Value);

/// <summary>Reads the tokens between <c>${</c> and its <c>}</c>.</summary>
/// <param name="text">The whole text of the template.</param>
/// <param name="start">The first character behind the <c>${</c>.</param>
internal sealed class ExpressionLexer(string text, int start)
{
    // Bounds the depth of every compiled expression, and with it the recursion of the parser and of evaluating.
    private const int MaxTokens = 256;

    private static readonly string[] Symbols = ["==", "!=", "<=", ">=", "&&", "||", "<", ">", "!", "(", ")", "[", "]", ".", ",", "-"];

    private int _at;

    /// <summary>After <see cref="Read"/>: the first character behind the closing brace.</summary>
    public int End => _at;

    public List<Token> Read()
    {
        _at = start;
        var tokens = new List<Token>();
        while (tokens.Count < MaxTokens)
        {
            while (_at < text.Length && text[_at] is ' ' or '\t')
            {
                _at++;
            }

            if (_at >= text.Length)
            {
                throw new ExpressionSyntaxException(start - 1, "'${' is never closed with '}'; to show it as text write '\\${'");
            }

            if (text[_at] == '}')
            {
                tokens.Add(new Token(TokenKind.End, ++_at, "}"));
                return tokens;
            }
            tokens.Add(Next());
        }
        throw new ExpressionSyntaxException(start, $"an expression has at most {MaxTokens} tokens");
    }

    private Token Next()
    {
        var (from, first) = (_at, text[_at]);
        if (char.IsAsciiDigit(first))
        {
            return Number(from);
        }

        if (char.IsAsciiLetter(first) || first is '_' or '$')
        {
            do
            {
                _at++;
            }
            while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] == '_'));
            return new Token(TokenKind.Name, from + 1, text[from.._at]);
        }
        if (first is '\'' or '"')
        {
            return String(from, first);
        }

        var symbol = Symbols.FirstOrDefault(candidate => string.CompareOrdinal(text, from, candidate, 0, candidate.Length) == 0)
            ?? throw new ExpressionSyntaxException(from + 1, $"'{first}' has no meaning in an expression");
        _at += symbol.Length;
        return new Token(TokenKind.Symbol, from + 1, symbol);
    }

    private Token Number(int from)
    {
        SkipDigits();
        if (_at + 1 < text.Length && text[_at] == '.' && char.IsAsciiDigit(text[_at + 1]))
        {
            _at++;
            SkipDigits();
        }
        var digits = text[from.._at];
        return decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? new Token(TokenKind.Number, from + 1, digits)
            : throw new ExpressionSyntaxException(from + 1, "the number is too long");
    }

    private void SkipDigits()
    {
        while (_at < text.Length && char.IsAsciiDigit(text[_at]))
        {
            _at++;
        }
    }

    private Token String(int from, char quote)
    {
        var value = new StringBuilder();
        for (_at++; _at < text.Length; _at++)
        {
            if (text[_at] == quote)
            {
                _at++;
                return new Token(TokenKind.String, from + 1, value.ToString());
            }
            var escape = text[_at] == '\\' && _at + 1 < text.Length ? Unescape(text[_at + 1], quote) : null;
            value.Append(escape ?? text[_at]);
            if (escape is not null)
            {
                _at++;
            }
        }
        throw new ExpressionSyntaxException(from + 1, "the string is never closed");
    }

    private static char? Unescape(char escaped, char quote) => escaped switch
    {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        '\\' => '\\',
        _ when escaped == quote => quote,
        _ => null,
    };
}
