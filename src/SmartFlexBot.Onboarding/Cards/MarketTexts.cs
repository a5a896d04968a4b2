using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Onboarding.Cards;

/// <summary>Whether there is a text for everything that a market's settings name.</summary>
public static class MarketTexts
{
    /// <summary>The text that names the market's time zone to customers.</summary>
    public static string ZoneKeyOf(MarketSettings market) => $"zone.{market.TimeZone}";

    /// <exception cref="InvalidDataException">A rule names a text that cards/text does not have; the message says which.</exception>
    public static void Check(Texts texts, MarketSettings market)
    {
        if (!texts.Has(ZoneKeyOf(market)))
        {
            throw new InvalidDataException(
                $"Market '{market.Name}': cards/text has no name for the timeZone. Add the text '{ZoneKeyOf(market)}' to each language.");
        }

        if (market.Tariff is not { } rules)
        {
            return;
        }

        (string Name, TariffRule? Rule)[] keys =
        [
            ("beyondCap", rules.BeyondCap), ("export", rules.Export), ("reward", rules.Reward), ("payment", rules.Payment),
        ];
        foreach (var (name, rule) in keys)
        {
            if (rule is { Value: var key } && !texts.Has(key))
            {
                throw new InvalidDataException(
                    $"Market '{market.Name}': tariff's {name} names the text '{key}', but cards/text has no such text.");
            }
        }
    }
}
