using System.Text.RegularExpressions;
using SmartFlexBot.Onboarding.Cards;

namespace SmartFlexBot.Tests.Scripts;

/// <summary>
/// How scripts name texts: exactly; with "…" at an end for "and whatever else"; or as [key], a text of cards/text in the script's
/// language with any values.
/// </summary>
internal sealed partial class Wording(Texts texts, string? locale)
{
    public bool Fits(string pattern, string actual)
    {
        if (Key().Match(pattern) is { Success: true } key)
        {
            return OfKey(key.Groups["key"].Value, isWhole: true).IsMatch(actual);
        }

        var inner = pattern.Trim('…').Trim();
        if (Key().Match(inner) is { Success: true } part)
        {
            return OfKey(part.Groups["key"].Value, isWhole: false).IsMatch(actual);
        }

        return (pattern.StartsWith('…'), pattern.EndsWith('…')) switch
        {
            (true, true) => actual.Contains(inner, StringComparison.Ordinal),
            (true, false) => actual.EndsWith(inner, StringComparison.Ordinal),
            (false, true) => actual.StartsWith(inner, StringComparison.Ordinal),
            _ => actual == inner,
        };
    }

    private Regex OfKey(string key, bool isWhole)
    {
        var words = Values().Replace(Regex.Escape(texts.Get(locale, key)), ".*");
        return new(isWhole ? $"^{words}$" : words, RegexOptions.Singleline);
    }

    [GeneratedRegex(@"^\[(?<key>[\w.-]+)\]$")]
    private static partial Regex Key();

    // As Regex.Escape leaves {name}.
    [GeneratedRegex(@"\\\{\w+\}")]
    private static partial Regex Values();
}
