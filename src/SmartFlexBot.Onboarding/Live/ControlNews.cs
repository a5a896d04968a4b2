using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Onboarding.Waiting;

namespace SmartFlexBot.Onboarding.Live;

/// <summary>What became of turning smart control off or on.</summary>
internal sealed class ControlNews(Voice voice, Conversation conversation, JourneyFacts facts, TryAgain tryAgain)
{
    public static ControlNews Of(Turn turn) =>
        new(turn.Voice, turn.Conversation, turn.Facts, new TryAgain(turn.Voice, turn.Conversation, turn.Reminders));

    /// <summary>What was busy is tried now.</summary>
    public void TryNow() => facts.Update(
        journey => journey.Control is { IsPutOff: true } wish ? journey with { Control = wish with { IsPutOff = false } } : journey);

    /// <param name="result">As the command's handler wrote it; null when nobody can tell.</param>
    public async Task TakeAsync(string? result)
    {
        var known = result is null ? null : SmartControlResult.Read(result);
        // What is wanted by now may be the contrary: that is sent next.
        if (facts.Journey.Control is not { } wish || (known is not null && known.Action != wish.Action))
        {
            return;
        }

        var refused = known is null ? WizardProblemKind.Unknown : known.Refused;
        if (refused == WizardProblemKind.TryLater)
        {
            facts.Update(journey => journey with { Control = wish with { IsPutOff = true } });
            await tryAgain.SoonAsync();
            return;
        }

        facts.Update(journey => journey with { Control = null });
        var isOff = (wish.Action == ControlAction.Suspend) == refused is null;
        // With this the step has said what it has to say.
        conversation.Remember(memory => memory with
        {
            Told = isOff ? ControlIsOff.KeyOf(wish.DeviceId) : DeviceIsLive.KeyOf(wish.DeviceId),
            SaidBusy = false,
        });
        await voice.SayAsync(KeyOf(wish.Action, refused), ("device", wish.Device));
    }

    private string KeyOf(ControlAction action, WizardProblemKind? refused) => (action, refused) switch
    {
        (ControlAction.Suspend, null) when facts.Journey.HasWithdrawn(ConsentPurpose.Control) => "control.off.withdrawn",
        (ControlAction.Suspend, null) => "control.off",
        (_, null) => "control.on",
        (ControlAction.Suspend, _) => "control.off.failed",
        _ => "control.on.failed",
    };
}
