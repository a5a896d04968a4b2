using System.Globalization;
using System.Text;

namespace SmartFlexBot.Onboarding.HandOvers;

/// <summary>What a file is called where it is kept and shown. Pure.</summary>
public static class DeskFileNames
{
    private const int Longest = 80;
    private const string Nameless = "file";

    /// <summary>
    /// Letters, digits and a few signs: no folders, no signs that steer (which turn the order of letters round, or end a line), and the one
    /// extension of what it is.
    /// </summary>
    public static string Clean(string name, DeskFileType type)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var stem = last.LastIndexOf('.') is > 0 and var dot ? last[..dot] : last;
        var clean = new StringBuilder();
        foreach (var rune in stem.EnumerateRunes())
        {
            clean.Append(IsPlain(rune) ? rune.ToString() : "_");
        }

        var kept = clean.ToString().Trim('_', ' ', '.');
        return (kept.Length == 0 ? Nameless : Shortened(kept)) + DeskFileTypes.ExtensionOf(type);
    }

    private static bool IsPlain(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark
            || rune.Value is ' ' or '-' or '_' or '.';

    /// <summary>No letter is cut in two.</summary>
    private static string Shortened(string name) =>
        name.Length <= Longest ? name : name[..(char.IsHighSurrogate(name[Longest - 1]) ? Longest - 1 : Longest)];
}
