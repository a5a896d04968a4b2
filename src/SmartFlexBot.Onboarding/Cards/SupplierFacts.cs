using System.Globalization;
using SmartFlexBot.Onboarding.Markets;

namespace SmartFlexBot.Onboarding.Cards;

/// <summary>What answers may depend on, by name. Null where the market does not tell it: then the answer says so.</summary>
public static class SupplierFacts
{
    /// <summary>Each takes the market and the texts of the customer's language.</summary>
    public static IReadOnlyDictionary<string, Func<MarketSettings, Func<string, string>, string?>> All { get; } =
        new Dictionary<string, Func<MarketSettings, Func<string, string>, string?>>
        {
            ["phone"] = (market, _) => PhoneOf(market)?.Value,
            ["hours"] = (market, text) => PhoneOf(market)?.HoursKey is { } hours ? text(hours) : null,
            ["languages"] = (market, _) => string.Join(", ", market.Languages.Select(NameOf)),
            ["tariff"] = (market, _) => market.Tariff switch { null => "none", { IsRequired: true } => "required", _ => "optional" },
            ["smartMeter"] = (market, _) => market.Tariff?.SmartMeter?.Value,
            ["coolingOffDays"] = (market, _) => market.Tariff?.CoolingOffDays?.Value,
        };

    private static ContactWay? PhoneOf(MarketSettings market) => market.Contact.FirstOrDefault(way => way.Kind == "phone");

    /// <summary>As those who speak it write it.</summary>
    private static string NameOf(string language) => CultureInfo.GetCultureInfo(language).NativeName;
}
