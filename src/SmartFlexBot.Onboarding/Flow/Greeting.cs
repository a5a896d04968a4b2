using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Live;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Flow;

/// <summary>The first words of a conversation: who is speaking, and what is known already.</summary>
internal sealed class Greeting(Turn turn, INextStep next, string? userName)
{
    private Voice Voice => turn.Voice;

    private Journey? Journey => turn.Facts.IsKnown ? turn.Facts.Journey : null;

    public async Task SayAsync()
    {
        if (turn.Conversation.Memory.Greeted)
        {
            return;
        }

        turn.Conversation.Remember(memory => memory with { Greeted = true });
        (string, object?) name = ("name", userName is { Length: > 0 } ? $" {userName}" : "");
        var device = Journey is null ? null : turn.Tenant.Device;
        // One that became LIVE in this journey and was not told yet is news: LiveNews tells it, and the supplier.
        if (device is { IsLive: true } && Journey is { Wizard: null } or { LiveToldAt: not null })
        {
            await SayLiveAsync(name, device);
        }
        else if (IsBegunElsewhere(device))
        {
            await Voice.SayAsync(
                "greeting.halfway", name, ("device", device is null ? Voice.Text("nudge.device") : LiveCard.NameOf(device, Voice)));
        }
        else
        {
            await Voice.SayAsync(HasBegun ? "greeting.back" : "greeting", name);
        }
    }

    private async Task SayLiveAsync((string, object?) name, DeviceSnapshot device)
    {
        await Voice.SayAsync("greeting.live", name, ("device", LiveCard.NameOf(device, Voice)));
        var live = new LiveFacts(turn.Facts, turn.Events, turn.Clock, device);
        if (!live.IsTold)
        {
            live.KeepQuietly();
        }

        turn.Conversation.Remember(memory => memory with { Told = next.Step.Key });
    }

    /// <summary>Something is under way at Kraken for which this bot was never given a permission.</summary>
    private bool IsBegunElsewhere(DeviceSnapshot? device) => Journey switch
    {
        null => false,
        { Wizard: null } => device is { IsRetired: false },
        var journey => journey.Consents.Count == 0,
    };

    private bool HasBegun => Journey is { Wizard: not null } or { Vehicle: not null } or { ChargePoint: not null };
}
