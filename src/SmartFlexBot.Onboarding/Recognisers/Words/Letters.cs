using System.Globalization;
using System.Text;

namespace SmartFlexBot.Onboarding.Recognisers.Words;

/// <summary>Folds a letter to its plain lower-case form: one table, so that no input can make it slow or throw.</summary>
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
        one[0] = char.ToLowerInvariant(letter);
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
}
