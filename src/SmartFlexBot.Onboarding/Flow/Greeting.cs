using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Live;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Tariffs;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Flow;

/// <summary>The first words of a conversation: who is speaking, and what is known already.</summary>
internal sealed class Greeting(Turn turn, string? userName)
{
    private Voice Voice => turn.Voice;

    private Journey? Journey => turn.Facts.IsKnown ? turn.Facts.Journey : null;

    /// <summary>The first name alone, where a page tells both.</summary>
    private (string, object?) Name => ("name", userName?.Trim().Split(' ')[0] is { Length: > 0 } first ? $" {first}" : "");

    private bool HasBegun => Journey is { Wizard: not null } or { Vehicle: not null } or { ChargePoint: not null };

    /// <summary>Once Kraken was read. Who was welcomed before is not greeted twice, but told what Kraken shows.</summary>
    public async Task SayAsync(INextStep next)
    {
        var memory = turn.Conversation.Memory;
        if (memory.Greeted)
        {
            return;
        }

        turn.Conversation.Remember(known => known with { Greeted = true });
        var device = Journey is null ? null : turn.Tenant.Device;
        // One that became LIVE in this journey and was not told yet is news: LiveNews tells it, and the supplier.
        if (device is { IsLive: true } && Journey is { Wizard: null } or { LiveToldAt: not null } && !IsTariffAwaited)
        {
            await SayLiveAsync(KeyOfLive(device, memory.Welcomed), device, next);
        }
        else if (IsBegunElsewhere(device) && !IsTariffAwaited)
        {
            var name = device is null ? Voice.Text("nudge.device") : LiveCard.NameOf(device, Voice);
            await Voice.SayAsync(memory.Welcomed ? "greeting.halfway.now" : "greeting.halfway", Name, ("device", name));
        }
        else if (HasBegun)
        {
            await Voice.SayAsync("greeting.back", Name);
        }
        else if (!memory.Welcomed)
        {
            await Voice.SayAsync("greeting", Name);
        }
    }

    /// <summary>While Kraken cannot be read, and nothing is known of the customer but their name.</summary>
    public async Task SayUnreadAsync()
    {
        if (turn.Conversation.Memory.Greeted)
        {
            return;
        }

        turn.Conversation.Remember(known => known with { Welcomed = true });
        await Voice.SayAsync("greeting", Name);
    }

    private static string KeyOfLive(DeviceSnapshot device, bool isWelcomed) => (device.IsSuspended, isWelcomed) switch
    {
        (true, true) => "control.is-off",
        (true, _) => "greeting.paused",
        (_, true) => "greeting.live.now",
        _ => "greeting.live",
    };

    private async Task SayLiveAsync(string key, DeviceSnapshot device, INextStep next)
    {
        await Voice.SayAsync(key, Name, ("device", LiveCard.NameOf(device, Voice)));
        var live = new LiveFacts(turn.Facts, turn.Events, turn.Clock, device);
        if (!live.IsTold)
        {
            live.KeepQuietly();
        }

        turn.Conversation.Remember(memory => memory with { Told = next.Step.Key });
    }

    /// <summary>Connected, but smart charging needs a tariff that is not settled.</summary>
    private bool IsTariffAwaited => Journey is { } journey && TariffSteps.IsAwaitedBy(journey, turn.Market);

    /// <summary>Something is under way at Kraken for which this bot was never given a permission.</summary>
    private bool IsBegunElsewhere(DeviceSnapshot? device) => Journey switch
    {
        null => false,
        { Wizard: null } => device is { IsRetired: false },
        var journey => journey.Consents.Count == 0,
    };
}
