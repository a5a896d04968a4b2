using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Onboarding.Waiting;

namespace SmartFlexBot.Onboarding.Wizard;

/// <summary>What became of a change of the onboarding: taken as a fact, and said where the customer has to do something.</summary>
internal sealed class OnboardingNews(Voice voice, Conversation conversation, JourneyFacts facts, TryAgain tryAgain)
{
    /// <param name="result">As the command's handler wrote it; null when nobody can tell.</param>
    public Task TakeAsync(PendingCommand pending, string? result) =>
        TakeAsync(pending, result is null ? new() : WizardCommandResult.Read(result));

    /// <summary>What was busy, or waited for another registration, is tried now.</summary>
    public void TryNow() => facts.Update(journey => journey switch
    {
        { Leaving.Refused: WizardProblemKind.TryLater } => journey with { Leaving = new() },
        { Refused: { } refused } when IsTriedAgain(refused) => journey with { Refused = null },
        _ => journey,
    });

    private Task TakeAsync(PendingCommand pending, WizardCommandResult result)
    {
        if (pending.What == PendingAction.Cancel)
        {
            return CancelledAsync(result);
        }

        if (result.Token is { } token)
        {
            facts.Update(journey => journey with { Wizard = token, DeviceId = result.DeviceId ?? journey.DeviceId, Refused = null });
            conversation.Remember(memory => memory with { SaidBusy = false });
            return Task.CompletedTask;
        }

        // What could not be started has not to be cancelled.
        if (pending.What == PendingAction.Start && facts.Journey.Leaving is not null)
        {
            facts.Update(journey => journey with { Leaving = null });
            return Task.CompletedTask;
        }

        return RefusedAsync(pending, new Refusal(
            result.Refused ?? WizardProblemKind.Unknown, result.Code, result.Reasons ?? [], pending.StepId, result.RequestId));
    }

    /// <summary>Only Kraken's word ends it: what it has not cancelled would be gone on with under another car's name.</summary>
    private Task CancelledAsync(WizardCommandResult result)
    {
        if (result is { Token: not null } or { Refused: WizardProblemKind.Gone })
        {
            facts.Update(journey => journey.DropOnboarding());
            return Task.CompletedTask;
        }

        // A step that moved on meanwhile is no reason against it, but may be one for the next time as well.
        var kind = result.Refused is WizardProblemKind.StepMovedOn
            ? WizardProblemKind.TryLater
            : result.Refused ?? WizardProblemKind.Unknown;
        facts.Update(journey => journey with { Leaving = new(kind, result.Code) });
        if (kind == WizardProblemKind.TryLater)
        {
            tryAgain.Later();
            return Task.CompletedTask;
        }

        conversation.Remember(memory => memory with { Told = null, IsOpen = false });
        return Task.CompletedTask;
    }

    private async Task RefusedAsync(PendingCommand pending, Refusal refused)
    {
        var kind = refused.Kind;
        // The test was not begun: it is not waited for. When it is tried again by itself, the customer's word still counts.
        if (pending.What == PendingAction.StartTest)
        {
            var isTried = kind == WizardProblemKind.TryLater;
            facts.Update(journey => journey with { Test = journey.Test with { AgreedForStep = null, AgreedInAdvance = isTried } });
        }

        // What moved on is read again; nothing is wrong.
        if (kind == WizardProblemKind.StepMovedOn)
        {
            return;
        }

        facts.Update(journey => journey with { Refused = refused });
        if (IsTriedAgain(refused))
        {
            await tryAgain.SoonAsync(kind);
            return;
        }

        conversation.Remember(memory => memory with { Told = null, IsOpen = false });
        if (voice.Has($"refused.{kind}"))
        {
            await voice.SayAsync($"refused.{kind}");
        }
    }

    private static bool IsTriedAgain(Refusal refused) => refused is
    { Kind: WizardProblemKind.TryLater } or { Kind: WizardProblemKind.RegistrationInProgress, StepId: null };
}
