using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.Journeys;

namespace SmartFlexBot.Onboarding.Turns;

/// <summary>Has Kraken looked at for this journey until something changes there.</summary>
internal sealed class Watches(ITurnEffects effects, JourneyFacts facts, TimeProvider clock)
{
    /// <param name="kind">Names what is looked at; a journey has one of a kind.</param>
    public void Begin(string kind, string payload, TimeSpan every, int forDays) =>
        effects.Watch(new WatchRequest(kind, facts.Journey.Key, payload, every, Until: clock.GetUtcNow().AddDays(forDays)));

    public void End(string kind) => effects.Unwatch(kind, facts.Journey.Key);
}
