using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Silence;
using SmartFlexBot.Onboarding.Tariffs;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Onboarding.Wizard;

namespace SmartFlexBot.Onboarding.Live;

/// <summary>The device is LIVE: told once, recorded once for the supplier, and nothing is waited for any more.</summary>
internal sealed class LiveNews(
    LiveFacts live, LiveCard card, LiveElsewhere elsewhere, OnboardingWatching watching, SilenceReminders silence) : INotice
{
    public static LiveNews Of(Turn turn, DeviceSnapshot device) => new(
        new LiveFacts(turn.Facts, turn.Events, turn.Clock, device),
        new LiveCard(
            turn.Voice, turn.Address, turn.Clock, device, isAllDone: !TariffSteps.IsAwaitedBy(turn.Facts.Journey, turn.Market)),
        new LiveElsewhere(turn.Conversation, turn.Windows, turn.Reminders, device),
        new OnboardingWatching(turn.Watches, turn.Facts, turn.Market),
        new SilenceReminders(turn.Reminders, turn.Market.Silence));

    public async Task TellAsync(bool spoken, bool told, CancellationToken cancellationToken)
    {
        switch (live.IsTold)
        {
            case false when elsewhere.IsLeftTo is { } there:
                elsewhere.Leave(there);
                return;
            case false:
                live.Keep();
                await card.ShowAsync();
                await elsewhere.TellAsync(cancellationToken);
                break;
            case true when spoken || !told:
                await card.SayAlreadyAsync();
                break;
        }

        watching.End();
        silence.Cancel();
    }
}
