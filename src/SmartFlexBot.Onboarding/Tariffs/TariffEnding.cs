using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Tariffs;

/// <summary>Tells that the tariff came to nothing where all goes on without it: then no step says so.</summary>
internal sealed class TariffEnding(Voice voice, JourneyFacts facts, MarketSettings market)
{
    public static TariffEnding Of(Turn turn) => new(turn.Voice, turn.Facts, turn.Market);

    /// <summary>What a verdict says, as one text.</summary>
    public static string Words(Voice voice, TariffVerdict verdict) => string.Join(' ', verdict.Says.Select(key => voice.Text(key)));

    /// <summary>Called when the outcome is news.</summary>
    public Task TellAsync()
    {
        var outcome = TariffOutcomes.Of(facts.Journey.Tariff, voice.Zone);
        // Where smart charging works with any tariff, LIVE or not makes no difference to what is said.
        return market.Tariff is { IsRequired: false }
            && TariffVerdict.Of(outcome, isRequired: false, isLive: false) is { Next: TariffNext.GoOn, Says.Count: > 0 } verdict
            ? voice.SayPlainlyAsync(Words(voice, verdict))
            : Task.CompletedTask;
    }
}
