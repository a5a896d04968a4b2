using System.Text.Json;
using System.Text.RegularExpressions;

namespace SmartFlexBot.EndToEnd.Tests;

/// <summary>The bot's own texts, so that a better wording breaks no test.</summary>
internal static partial class Words
{
    /// <summary>The longest stretch of a text that has no placeholder.</summary>
    /// <param name="key">A key of cards/text/{language}.json.</param>
    public static string Of(string key, string language = "en") => Longest(Read("cards/text", key, language));

    /// <param name="key">A key of the page's own texts.</param>
    public static string OfPage(string key, string language) => Longest(Read("src/SmartFlexBot.Web/wwwroot/text", key, language));

    /// <summary>What finds it on the page, where quotes and apostrophes may have become typographic ones.</summary>
    public static Regex Pattern(string text) => new(
        Regex.Escape(text).Replace("'", "['’]", StringComparison.Ordinal).Replace("\"", "[\"“”«»]", StringComparison.Ordinal));

    private static string Longest(string text) => Placeholder().Split(text).MaxBy(part => part.Length)!.Trim();

    private static string Read(string folder, string key, string language)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, folder, $"{language}.json")));
        return file.RootElement.GetProperty(key).GetString()!;
    }

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();
}
