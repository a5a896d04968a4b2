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

    /// <summary>The text, or the value of a button that sends no text; null when there is nothing that could be an answer.</summary>
    public static string? Of(Activity activity) =>
        (activity.Text ?? (activity.Value is JsonValue value && value.TryGetValue<string>(out var text) ? text : null))?.Trim() is
        { Length: > 0 and <= MaximumLength } utterance
            ? utterance
            : null;

    /// <summary>
    /// Lower case, without accents and punctuation, words apart by one space. Currency and percent signs stay, so that "2 €" is no
    /// "2"; an emoji is a word, whatever its skin tone.
    /// </summary>
    public static string Normalize(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in Decomposed(text).EnumerateRunes())
        {
            result.Append(Plain(rune));
        }

        return string.Join(' ', result.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    public static string[] Words(string text) => Normalize(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The digits 0 to 9 of any script as the ASCII ones.</summary>
    public static string AsciiDigits(string text) => string.Concat(text.Select(c => Digit(new string(c, 1))));

    private static string Plain(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.ModifierSymbol when rune.Value is not '`' => "",
        UnicodeCategory.DecimalDigitNumber => Digit(rune.ToString()),
        UnicodeCategory.CurrencySymbol => rune.ToString(),
        // A degree sign is what many keyboards have for the ordinal "º".
        UnicodeCategory.OtherSymbol => rune.Value switch { '°' => "o", '®' or '©' => " ", _ => $" {rune} " },
        _ when rune.Value == 'ß' => "ss",
        _ when Rune.IsLetterOrDigit(rune) || rune.Value == '%' => Rune.ToLowerInvariant(rune).ToString(),
        _ => " ",
    };

    private static string Digit(string text) =>
        CharUnicodeInfo.GetDecimalDigitValue(text, 0) is >= 0 and var digit ? digit.ToString(CultureInfo.InvariantCulture) : text;

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
