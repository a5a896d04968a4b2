using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Live;

/// <summary>That LIVE was told: a fact of the journey, and an event for the supplier's own mail or push.</summary>
internal sealed class LiveFacts(JourneyFacts facts, BusinessEvents events, TimeProvider clock, DeviceSnapshot device)
{
    public bool IsTold => facts.Journey.LiveToldAt is not null;

    public void Keep()
    {
        KeepQuietly();
        events.Record("journey.live", device.Id, new JsonObject
        {
            ["accountNumber"] = facts.Journey.AccountNumber,
            ["propertyId"] = facts.Journey.PropertyId,
            ["deviceId"] = device.Id,
            ["at"] = clock.GetUtcNow().ToString("O"),
        });
    }

    /// <summary>A device that was LIVE before the customer came is no news for anybody.</summary>
    public void KeepQuietly() => facts.Update(journey => journey with { LiveToldAt = clock.GetUtcNow(), DeviceId = device.Id });
}
