using SmartFlexBot.Onboarding.Markets;

namespace SmartFlexBot.Onboarding.Turns;

/// <summary>
/// Which language a customer is spoken to in, while they have not chosen one: their client's, else the one their account is known by, else
/// the market's first. Pure. A language that the market does not speak is passed over.
/// </summary>
internal static class SpokenLanguage
{
    /// <param name="begunIn">What the supplier's page asked for, who knows the account; null when it did not.</param>
    public static string Of(ConversationMemory memory, string? begunIn, MarketSettings market) =>
        Offered(memory.ClientLocale, market) ?? Offered(begunIn, market) ?? Offered(memory.AccountLocale, market) ?? market.Languages[0];

    /// <returns>The market's language for a locale such as "de-AT"; null when it has none.</returns>
    public static string? Offered(string? locale, MarketSettings market)
    {
        var language = locale?.Split('-', '_')[0] ?? "";
        return market.Languages.FirstOrDefault(offered => offered.Equals(language, StringComparison.OrdinalIgnoreCase));
    }
}
