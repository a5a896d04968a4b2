namespace SmartFlexBot.Onboarding.Homes;

/// <summary>
/// An address of which whoever lives there knows that it is theirs, and nobody else learns where it is: the first letter or digit of
/// each word, and no word's length.
/// </summary>
public static class MaskedHome
{
    private const string Hidden = "•••";

    /// <returns>"12 Oak Street, Bristol" as "1••• O••• S•••, B•••"; null when there is nothing to show.</returns>
    public static string? Of(string? address)
    {
        var parts = (address ?? "").Split([',', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Select(part => string.Join(' ', part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Mask)))
            .Where(part => part is not "");
        return string.Join(", ", parts) is { Length: > 0 } masked ? masked : null;
    }

    private static string Mask(string word)
    {
        foreach (var rune in word.EnumerateRunes())
        {
            if (System.Text.Rune.IsLetterOrDigit(rune))
            {
                return rune + Hidden;
            }
        }

        return Hidden;
    }
}
