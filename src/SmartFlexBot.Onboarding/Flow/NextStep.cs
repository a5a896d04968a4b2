using SmartFlexBot.Onboarding.Consents;
using SmartFlexBot.Onboarding.Devices;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Live;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Silence;
using SmartFlexBot.Onboarding.Tariffs;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Onboarding.Waiting;
using SmartFlexBot.Onboarding.Wizard;

namespace SmartFlexBot.Onboarding.Flow;

/// <summary>Decides what comes next from what is known and what was read. Pure: the same facts give the same step.</summary>
internal static class NextStep
{
    public static Step Of(Journey journey, TenantView view, MarketSettings market) => (journey, view) switch
    {
        ({ Pending: not null, Leaving: not null }, _) => new AwaitCommand(PendingAction.Cancel),
        ({ Pending: { } pending }, _) => new AwaitCommand(pending.What),
        ({ Control: { IsPutOff: false } }, _) => new ChangeControl(),
        ({ Wizard: not null, Leaving: { } leaving }, _) when view.DeviceOf(journey) is not { IsLive: true } => OfLeaving(leaving),
        ({ End: { } end }, _) => new JourneyEnded(end),
        _ when view.OpenBetween(journey) is { Count: > 0 } several => new ChooseDevice(several),
        _ when view.DeviceOf(journey) is { IsLive: true } device =>
            TariffSteps.Of(journey, isLive: true, market) ?? OfLive(device),
        _ when view.DeviceOf(journey) is { IsGoingLive: true } => new AwaitKraken(WaitReason.GoingLive),
        ({ Refused: { } refused }, _) when AfterRefusal(refused) is { } step => step,
        ({ Wizard: not null }, { IsOnboardingOver: true }) => new BeginAgain(journey.Refused?.Code),
        ({ Wizard: not null }, _) when TariffSteps.Of(journey, isLive: false, market) is { } step => step,
        ({ Wizard: not null, HasAllConsents: false }, _) => new AskConsents(),
        ({ Wizard: not null }, { Wizard.Current: { AsksForDevices: true } }) when DeviceSteps.Of(journey, market) is { } step => step,
        ({ Wizard: not null }, { Wizard.Current: { } current }) => WizardSteps.Of(current, journey, market),
        ({ Wizard: not null }, { Wizard.IsComplete: true }) => new AwaitKraken(WaitReason.GoingLive),
        (_, { Eligibility.IsEligible: false }) => new NotEligible(),
        _ when DeviceSteps.OfKind(journey, view) is { } step => step,
        _ when DeviceSteps.Of(journey, market) is { } step => step,
        _ when TariffSteps.Of(journey, isLive: false, market) is { } step => step,
        ({ HasAllConsents: false }, _) => new AskConsents(),
        _ => new StartOnboarding(),
    };

    /// <summary>An onboarding that the customer has left is cancelled before anything else is begun.</summary>
    private static Step OfLeaving(Leaving leaving) => leaving.Refused switch
    {
        null => new CancelOnboarding(),
        WizardProblemKind.TryLater => new AwaitRetry(),
        _ => new NeedsPerson(leaving.Code),
    };

    private static Step OfLive(DeviceSnapshot device) => device.IsSuspended ? new ControlIsOff(device) : new DeviceIsLive(device);

    private static Step? AfterRefusal(Refusal refused) => refused.Kind switch
    {
        WizardProblemKind.Gone => new BeginAgain(refused.Code),
        WizardProblemKind.TryLater => new AwaitRetry(),
        // Another registration ends by itself; an onboarding that cannot begin has no step that would show why.
        WizardProblemKind.RegistrationInProgress when refused.StepId is null => new AwaitRetry(),
        _ when refused.StepId is null => new NeedsPerson(refused.Code),
        WizardProblemKind.NotAllowed or WizardProblemKind.NotOffered or WizardProblemKind.Unknown => new NeedsPerson(refused.Code),
        // The rest shows in the step itself when it is read again.
        _ => null,
    };
}
