using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.Journeys;

namespace SmartFlexBot.Onboarding.Turns;

/// <summary>Has Kraken changed, once for each command; its outcome comes as an event, and until then the journey waits.</summary>
internal sealed class Commands(ITurnEffects effects, JourneyFacts facts)
{
    /// <param name="kind">Names the handler.</param>
    /// <param name="stepId">The wizard step that is completed; null for others.</param>
    public void Send(string kind, string payload, PendingAction what, string? stepId = null)
    {
        var journey = facts.Journey;
        var count = journey.CommandCount + 1;
        var key = $"{journey.Key}/{journey.StartedAt.ToUnixTimeMilliseconds()}/{count}";
        effects.Command(new CommandRequest(kind, key, payload));
        facts.Update(known => known with { CommandCount = count, Pending = new PendingCommand(key, what, stepId) });
    }
}
