using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.Journeys;

namespace SmartFlexBot.Onboarding.Turns;

/// <summary>Tells the supplier's systems what has happened in this journey.</summary>
internal sealed class BusinessEvents(ITurnEffects effects, JourneyFacts facts)
{
    /// <param name="key">The same event with the same key is told once.</param>
    /// <param name="ids">Ids and states alone.</param>
    public void Record(string name, string key, JsonObject ids) =>
        effects.RecordEvent(new BusinessEvent(name, facts.Journey.Key, $"{name}/{facts.Journey.Key}/{key}", ids.ToJsonString()));
}
