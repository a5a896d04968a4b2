using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Onboarding.Bot;

/// <summary>The first words of a conversation: who is speaking, and what is known already.</summary>
internal static class Greeting
{
    public static async Task SayAsync(JourneyTurn turn)
    {
        if (turn.Memory.Greeted)
        {
            return;
        }

        turn.Remember(memory => memory with { Greeted = true });
        (string, object?) name = ("name", turn.Context.Origin.UserName is { Length: > 0 } userName ? $" {userName}" : "");
        var device = turn.HasJourney ? turn.Situation.DeviceOf(turn.Journey) : null;
        // One that became LIVE in this journey and was not told yet is news: LiveNews tells it, and the supplier.
        if (device is { IsLive: true } && turn.Journey is ({ Wizard: null } or { LiveToldAt: not null }))
        {
            await turn.SayAsync("greeting.live", name, ("device", LiveNews.NameOf(device)));
            if (turn.Journey.LiveToldAt is null)
            {
                turn.Update(journey => journey with { LiveToldAt = turn.Now, DeviceId = device.Id });
            }

            turn.Remember(memory => memory with { Told = turn.NextStep.Key });
        }
        else if (IsBegunElsewhere(turn, device))
        {
            await turn.SayAsync("greeting.halfway", name, ("device", device is null ? turn.Text("nudge.device") : LiveNews.NameOf(device)));
        }
        else
        {
            await turn.SayAsync(HasBegun(turn) ? "greeting.back" : "greeting", name);
        }
    }

    /// <summary>Something is under way at Kraken for which this bot was never given a permission.</summary>
    private static bool IsBegunElsewhere(JourneyTurn turn, DeviceSnapshot? device) => turn.HasJourney && turn.Journey switch
    {
        { Wizard: null } => device is { IsRetired: false },
        var journey => journey.Consents.Count == 0,
    };

    private static bool HasBegun(JourneyTurn turn) => turn.HasJourney && (turn.Journey.Wizard is not null || turn.Journey.Vehicle is not null || turn.Journey.ChargePoint is not null);
}
