using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.BotFramework.Dialogs;

/// <summary>What a customer typed, made comparable.</summary>
internal static class Utterance
{
    /// <summary>Longer texts answer no question with choices.</summary>
    private const int MaximumLength = 400;

    /// <summary>The text, or the value of a button that sends no text.</summary>
    public static string? Of(Activity activity) =>
        (activity.Text ?? (activity.Value is JsonValue value && value.TryGetValue<string>(out var text) ? text : null))?.Trim() is
            { Length: > 0 and <= MaximumLength } utterance
            ? utterance
            : null;

    /// <summary>
    /// Lower case, without accents and punctuation, words apart by one space. Currency and percent signs stay, so that "2 €" is no "2".
    /// </summary>
    public static string Normalize(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in Decomposed(text))
        {
            switch (CharUnicodeInfo.GetUnicodeCategory(c))
            {
                case UnicodeCategory.NonSpacingMark or UnicodeCategory.Format:
                    break;
                case UnicodeCategory.DecimalDigitNumber:
                    result.Append(Digit(c));
                    break;
                case UnicodeCategory.CurrencySymbol:
                case var _ when char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c == '%':
                    result.Append(c == 'ß' ? "ss" : char.ToLowerInvariant(c));
                    break;
                default:
                    if (result.Length > 0 && result[^1] != ' ')
                        result.Append(' ');
                    break;
            }
        }

        return result.ToString().TrimEnd();
    }

    public static string[] Words(string text) => Normalize(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The digits 0 to 9 of any script as the ASCII ones.</summary>
    public static string AsciiDigits(string text) =>
        string.Create(text.Length, text, (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = Digit(source[i]);
        });

    private static char Digit(char c) =>
        !char.IsAscii(c) && CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit ? (char)('0' + digit) : c;

    private static string Decomposed(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            // Half of a surrogate pair: nothing to decompose, and nothing to fail for.
            return text;
        }
    }
}
