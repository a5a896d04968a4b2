using SmartFlexBot.Onboarding.Journeys;

namespace SmartFlexBot.Onboarding.Bot;

/// <summary>The first words of a conversation: who is speaking, and what is known already.</summary>
internal static class Greeting
{
    public static async Task SayAsync(JourneyTurn turn)
    {
        if (turn.Memory.Greeted) return;
        turn.Remember(memory => memory with { Greeted = true });
        (string, object?) name = ("name", turn.Context.Origin.UserName is { Length: > 0 } userName ? $" {userName}" : "");
        var device = turn.HasJourney ? turn.Situation.DeviceOf(turn.Journey) : null;
        switch (device)
        {
            // One that became LIVE in this journey and was not told yet is news: LiveNews tells it, and the supplier.
            case { IsLive: true } when turn.Journey is { Wizard: null } or { LiveToldAt: not null }:
                await turn.SayAsync("greeting.live", name, ("device", LiveNews.NameOf(device)));
                if (turn.Journey.LiveToldAt is null) turn.Update(journey => journey with { LiveToldAt = turn.Now, DeviceId = device.Id });
                turn.Remember(memory => memory with { Told = turn.NextStep.Key });
                break;
            case { IsLive: false, IsRetired: false } when turn.Journey is { Wizard: null } or { Consents.Count: 0 }:
                await turn.SayAsync("greeting.halfway", name, ("device", LiveNews.NameOf(device)));
                break;
            default:
                await turn.SayAsync(HasBegun(turn) ? "greeting.back" : "greeting", name);
                break;
        }
    }

    private static bool HasBegun(JourneyTurn turn) => turn.HasJourney && (turn.Journey.Wizard is not null || turn.Journey.Vehicle is not null || turn.Journey.ChargePoint is not null);
}
