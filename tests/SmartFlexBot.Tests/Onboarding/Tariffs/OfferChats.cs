using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;
using static SmartFlexBot.Tests.Onboarding.Tariffs.Offers;

namespace SmartFlexBot.Tests.Onboarding.Tariffs;

/// <summary>Conversations that have come to a tariff.</summary>
internal static class OfferChats
{
    public static readonly TariffReading Read = new(Flat, Smart, IsOnOffered: false, ReadAt);

    /// <summary>What texts about <see cref="Smart"/> are filled with.</summary>
    public static readonly (string, object?)[] OfSmart = [("tariff", "Smart EV"), ("version", "1.3")];

    public static MarketSettings Market => Shipped.Britain with { ConsentWording = Shipped.Market.ConsentWording };

    public static MarketSettings MarketOfChoice => Market with { Tariff = Market.Tariff! with { IsRequired = false } };

    public static async Task<Chat> AtAsync(InMemoryKraken kraken, Journey journey, MarketSettings? market = null)
    {
        var chat = new Chat(kraken, market ?? Market);
        chat.Know(journey);
        await chat.OpenAsync();
        return chat;
    }

    /// <summary>The offer is on the screen.</summary>
    public static async Task<Chat> AtOfferAsync(InMemoryKraken kraken, TariffReading? read = null, MarketSettings? market = null)
    {
        var chat = await AtAsync(kraken, Confirmed, market);
        await chat.SwitchedAsync(new(read ?? Read));
        return chat;
    }

    /// <summary>All that a verdict says, as a card is titled with it.</summary>
    public static string Card(params string[] keys) => $"[{Words(keys)}]";

    public static string Words(params string[] keys) => string.Join(' ', keys.Select(key => Chat.Text(key)));
}
