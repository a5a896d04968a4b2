using System.Text.Json;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Wizard;

/// <summary>Has the onboarding at Kraken started, gone on with, or cancelled.</summary>
internal sealed class OnboardingChanges(Commands commands, JourneyFacts facts)
{
    public void Start() => Send(WizardChange.Start, PendingAction.Start);

    /// <summary>Answers a step that takes nothing but "done".</summary>
    public void Done(WizardStep step, PendingAction what = PendingAction.Complete) => Complete(step, new StepAnswer.Done(), what);

    public void Complete(WizardStep step, StepAnswer answer, PendingAction what = PendingAction.Complete) =>
        Send(WizardChange.Complete, what, step.Id, answer);

    public void Cancel() => Send(WizardChange.Cancel, PendingAction.Cancel);

    /// <summary>
    /// The customer goes on without the onboarding that they have, or that is just being started: it is cancelled, and nothing else is
    /// begun before Kraken has taken that.
    /// </summary>
    public void Leave()
    {
        var journey = facts.Journey;
        if (journey is { Wizard: null, Pending: not { What: PendingAction.Start } })
        {
            return;
        }

        facts.Update(known => known with { Leaving = new() });
        // What was just started cannot be cancelled before it is known.
        if (journey.Pending is not { What: PendingAction.Start or PendingAction.Cancel })
        {
            Cancel();
        }
    }

    /// <summary>The customer is here again: what Kraken refused to cancel is tried once more.</summary>
    public void LeaveAgain() =>
        facts.Update(journey => journey.Leaving is { Refused: not null } ? journey with { Leaving = new() } : journey);

    private void Send(WizardChange change, PendingAction what, string? stepId = null, StepAnswer? answer = null)
    {
        var journey = facts.Journey;
        var token = change == WizardChange.Start ? null : journey.Wizard;
        var data = answer is null ? null : AnswerData.From(answer);
        var command = new WizardCommand(change, journey.Scope, token, stepId, data, journey.DeviceId);
        commands.Send(WizardCommand.CommandKind, JsonSerializer.Serialize(command, WizardCommandJson.Default.WizardCommand), what, stepId);
        facts.Update(known => known with { Refused = null });
    }
}
