using System.Globalization;
using System.Text;

namespace SmartFlexBot.Recognition.Words;

internal enum CharacterKind
{
    Separator,
    Letter,
    Digit,
    Symbol,
}

/// <summary>Folds a letter to its plain lower-case form, and a digit of any script to 0 to 9: no input can make it slow or throw.</summary>
internal static class Letters
{
    private const int TableSize = 0x250;
    private static readonly string[] Folded = [.. Enumerable.Range(0, TableSize).Select(c => Fold((char)c))];

    public static ReadOnlySpan<char> FoldLetter(char letter, Span<char> one)
    {
        if (letter < TableSize)
        {
            return Folded[letter];
        }
        var digit = CharUnicodeInfo.GetDecimalDigitValue(letter);
        one[0] = digit >= 0 ? (char)('0' + digit) : char.ToLowerInvariant(letter);
        return one[..1];
    }

    private static string Fold(char letter) => letter switch
    {
        'ß' => "ss",
        'æ' or 'Æ' => "ae",
        'œ' or 'Œ' => "oe",
        'ø' or 'Ø' => "o",
        'ł' or 'Ł' => "l",
        _ => letter.ToString().ToLower(CultureInfo.InvariantCulture).Normalize(NormalizationForm.FormD)[..1],
    };

    public static CharacterKind KindOf(string text, int i)
    {
        var c = text[i];
        if (char.IsAsciiLetter(c))
        {
            return CharacterKind.Letter;
        }
        if (char.IsAsciiDigit(c))
        {
            return CharacterKind.Digit;
        }
        // An amount is no number: "2 %", "2 €".
        if (c is '%' or '$')
        {
            return CharacterKind.Symbol;
        }
        if (c < 128 || c is 'º' or 'ª' or '°')
        {
            return CharacterKind.Separator;
        }
        return CharUnicodeInfo.GetUnicodeCategory(text, i) switch
        {
            UnicodeCategory.OtherSymbol or UnicodeCategory.CurrencySymbol => CharacterKind.Symbol,
            UnicodeCategory.DecimalDigitNumber => char.IsSurrogate(c) ? CharacterKind.Separator : CharacterKind.Digit,
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter =>
                char.IsSurrogate(c) ? CharacterKind.Separator : CharacterKind.Letter,
            _ => CharacterKind.Separator,
        };
    }

    public static bool IsMark(char c) =>
        c >= 0x300 && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
}
