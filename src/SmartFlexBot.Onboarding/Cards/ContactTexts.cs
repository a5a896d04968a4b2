using SmartFlexBot.Onboarding.Markets;

namespace SmartFlexBot.Onboarding.Cards;

/// <summary>How to reach a person, as one sentence.</summary>
public sealed class ContactTexts(Texts texts, MarketSettings market)
{
    /// <exception cref="InvalidDataException">The market names opening hours that no text tells.</exception>
    public static ContactTexts Create(Texts texts, MarketSettings market) =>
        market.Contact.FirstOrDefault(way => way.HoursKey is { } hours && !texts.Has(hours)) is { } wrong
            ? throw new InvalidDataException(
                $"Market '{market.Name}': contact names hoursKey '{wrong.HoursKey}', but cards/text has no such text.")
            : new(texts, market);

    public string Sentence(string? locale) => texts.Get(locale, "contact.sentence",
        ("ways", Listed(locale, [.. market.Contact.Select(way => Way(locale, way))])));

    /// <summary>"a", "a or b", "a, b or c".</summary>
    private string Listed(string? locale, string[] ways) => ways switch
    {
        [.. { Length: > 0 } before, var last] =>
            $"{string.Join(texts.Get(locale, "contact.list-separator"), before)}{texts.Get(locale, "contact.or")}{last}",
        _ => string.Concat(ways),
    };

    private string Way(string? locale, ContactWay way) => texts.Get(locale, $"contact.{way.Kind}",
        ("value", way.Value), ("hours", way.HoursKey is { } hours ? texts.Get(locale, hours) : ""));
}
