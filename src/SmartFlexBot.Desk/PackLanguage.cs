using System.Globalization;
using SmartFlexBot.Onboarding.Cards;
using SmartFlexBot.Onboarding.Markets;

namespace SmartFlexBot.Desk;

/// <summary>The words of a pack, in one language.</summary>
internal sealed class PackLanguage(Texts desk, MarketSettings market, string locale)
{
    private const int Kilobyte = 1024;
    private const int Megabyte = 1024 * 1024;

    public PackLanguage In(string other) => new(desk, market, other);

    /// <summary>The word for what something else names, or the name itself where there is no word.</summary>
    public string Named(string group, string name) => desk.Has($"{group}.{name}") ? Text($"{group}.{name}") : name;

    /// <summary>Kraken's own word stays beside ours: that is what a colleague there is asked about.</summary>
    public string State(string word) => desk.Has($"state.{word}") ? $"{Text($"state.{word}")} ({word})" : word;

    public string Text(string key, params ReadOnlySpan<(string Name, object? Value)> values) => desk.Get(locale, key, values);

    /// <summary>A step, by the key of its status text: in words for agents, for the customers' own say "you" and "I".</summary>
    public string Step(string key) => Named("step", key[(key.LastIndexOf('.') + 1)..]);

    public string YesOrNo(bool yes) => Text(yes ? "yes" : "no");

    public string Size(int bytes) => bytes < Megabyte
        ? string.Create(Culture, $"{Math.Max(1, bytes / Kilobyte)} KB")
        : string.Create(Culture, $"{(double)bytes / Megabyte:0.0} MB");

    private CultureInfo Culture =>
        CultureInfo.GetCultureInfo(desk.LanguageOf(locale) == Texts.Fallback ? "en-GB" : desk.LanguageOf(locale));

    public string Moment(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, market.Zone)
        .ToString("g", Culture);
}
