using System.Text.RegularExpressions;

namespace SmartFlexBot.Tests.Cards;

/// <summary>
/// What no customer should read: raw codes, IANA names of time zones, fields of an API, ids of devices, places for values that were left
/// empty or open.
/// </summary>
internal static partial class PlainWords
{
    /// <returns>What is wrong with words as they are shown; empty when nothing is.</returns>
    public static IReadOnlyList<string> FaultsIn(string shown)
    {
        var words = Address().Replace(shown, "X");
        (string Fault, Regex Pattern)[] faults =
        [
            ("a code", Code()), ("a time zone", Zone()), ("a field", Field()), ("an id", Id()), ("an open place", OpenPlace()),
            ("an empty place", EmptyPlace()),
        ];
        return [.. faults.SelectMany(fault => fault.Pattern.Matches(words).Select(match => $"{fault.Fault}: \"{match.Value}\""))];
    }

    [GeneratedRegex(@"https?://\S+|\S+@\S+")]
    private static partial Regex Address();

    // KT-CT-4314, SOC_LIMIT_REACHED.
    [GeneratedRegex(@"\b[A-Z]{2,}-[A-Z]{2,}-\d+\b|\b[A-Z]{2,}(?:_[A-Z0-9]+)+\b")]
    private static partial Regex Code();

    [GeneratedRegex(@"\b(?:Europe|America|Asia|Africa|Australia|Pacific|Atlantic|Etc)/[A-Z]\w+")]
    private static partial Regex Zone();

    // value_inc_vat, unitRates.priceInclVat.
    [GeneratedRegex(@"\b[a-z]+(?:_[a-z]+)+\b|\b[a-z]+\.[a-z]+[A-Z]\w*")]
    private static partial Regex Field();

    [GeneratedRegex(@"\b[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\b|\b[0-9a-f]{24,}\b")]
    private static partial Regex Id();

    [GeneratedRegex(@"\{\w+\}|\$\{")]
    private static partial Regex OpenPlace();

    // "()", "“”", two spaces, a space before a full stop; French has its own before : ; ! ?
    [GeneratedRegex(@"\(\s*\)|“\s*”|„\s*“|«\s*»|\S  +\S|[\w:,] [.,](?:\s|$)")]
    private static partial Regex EmptyPlace();
}
