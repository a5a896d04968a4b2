using System.Text;

namespace SmartFlexBot.BotFramework.Templating;

/// <summary>Text that people wrote, for places where hosts read Markdown (TextBlock, FactSet, message text).</summary>
public static class MarkdownText
{
    /// <summary>
    /// The text so that Markdown shows it letter by letter: no link, emphasis, list, heading, HTML or date function
    /// (<c>{{DATE(...)}}</c>) comes out of it, and nothing in it links by itself. Every run of white space, new lines too, becomes one
    /// space, so that a value stays inside the line that the card gives it.
    /// </summary>
    public static string Escape(string text)
    {
        var result = new StringBuilder(text.Length + 16);
        foreach (var letter in text)
        {
            if (char.IsWhiteSpace(letter) || char.IsControl(letter))
            {
                if (result.Length > 0 && result[^1] != ' ')
                {
                    result.Append(' ');
                }

                continue;
            }
            if (IsMarkup(letter) || StartsBlock(letter, result) || LinksByItself(letter, result))
            {
                result.Append('\\');
            }

            result.Append(letter);
        }
        return result.ToString().TrimEnd(' ');
    }

    private static bool IsMarkup(char letter) =>
        letter is '\\' or '`' or '*' or '_' or '[' or ']' or '(' or ')' or '<' or '>' or '{' or '}' or '!' or '|' or '~' or '&' or '@';

    /// <summary># + - = at the start of a line, and the dot of "1.", which the number alone may precede.</summary>
    private static bool StartsBlock(char letter, StringBuilder before) => letter switch
    {
        '#' or '+' or '-' or '=' => before.Length == 0,
        '.' => before.Length is > 0 and < 10 && IsNumber(before),
        _ => false,
    };

    /// <summary>The colon of "https:" and the dot of a host name, which linkifiers look for.</summary>
    private static bool LinksByItself(char letter, StringBuilder before) =>
        letter is ':' or '.' && before.Length > 0 && char.IsLetterOrDigit(before[^1]);

    private static bool IsNumber(StringBuilder text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsAsciiDigit(text[at]))
            {
                return false;
            }
        }

        return true;
    }
}
