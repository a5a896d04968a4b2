using System.Globalization;
using SmartFlexBot.Onboarding.HandOvers;

namespace SmartFlexBot.Web.Desk.Texts;

/// <summary>The desk's words in one agent's language.</summary>
public sealed class DeskWords(string language, IReadOnlyDictionary<string, string> texts)
{
    public string Language => language;

    public CultureInfo Culture { get; } = CultureInfo.GetCultureInfo(language);

    /// <exception cref="KeyNotFoundException">There is no such text.</exception>
    public string this[string key] => texts[key];

    /// <summary>A text with values in the place of {names}.</summary>
    public string Get(string key, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var text = texts[key];
        foreach (var (name, value) in values)
        {
            text = text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>The word for a member of an enumeration, such as "HandOverReason.Complaint".</summary>
    public string Of<T>(T value) where T : struct, Enum => texts[$"{typeof(T).Name}.{value}"];

    /// <summary>The word for what something else names, or the name itself where there is no word.</summary>
    public string Named(string group, string name) => texts.GetValueOrDefault($"{group}.{name}", name);

    /// <summary>A customer by the best name there is.</summary>
    public string NameOf(HandOver handOver) => handOver.CustomerName ?? handOver.AccountNumber ?? texts["customer.unknown"];

    /// <returns>A language's own name for itself.</returns>
    public static string LanguageName(string tag)
    {
        var culture = CultureInfo.GetCultureInfo(tag);
        return culture.TextInfo.ToTitleCase(culture.NativeName);
    }

    /// <summary>Minutes and seconds, or hours and minutes: short, and the same in all languages.</summary>
    public static string Span(TimeSpan time) => time < TimeSpan.FromHours(1)
        ? time.ToString(@"m\:ss", CultureInfo.InvariantCulture) + " min"
        : string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time.Minutes:00} h");
}
