using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Onboarding.Journeys;

/// <summary>Decides what comes next from what is known and what was read. Pure: the same facts give the same step.</summary>
public static class NextStep
{
    private static readonly DeviceKind[] CarOrCharger = [DeviceKind.ElectricVehicle, DeviceKind.ChargePoint];

    public static Step Of(Journey journey, Situation situation, MarketSettings market) => (journey, situation) switch
    {
        ({ Pending: { } pending }, _) => new Step.AwaitCommand(pending.What),
        ({ End: { } end }, _) => new Step.Ended(end),
        _ when situation.DeviceOf(journey) is { IsLive: true } device => TariffSteps.Of(journey, isLive: true, market) ?? new Step.Live(device),
        _ when situation.DeviceOf(journey) is { IsGoingLive: true } => new Step.AwaitKraken(WaitReason.GoingLive),
        ({ Refused: { } refused }, _) when AfterRefusal(refused) is { } step => step,
        ({ Wizard: not null }, { WizardGone: true } or { Wizard.IsCancelled: true }) => new Step.BeginAgain(journey.Refused?.Code),
        ({ Wizard: not null }, _) when TariffSteps.Of(journey, isLive: false, market) is { } step => step,
        ({ Wizard: not null, HasAllConsents: false }, _) => new Step.AskConsents(),
        ({ Wizard: not null }, { Wizard.Current: { } current }) => (Chooses(current) ? OfDevices(journey, market) : null) ?? WizardSteps.Of(current, journey, market),
        ({ Wizard: not null }, { Wizard.IsComplete: true }) => new Step.AwaitKraken(WaitReason.GoingLive),
        (_, { Eligibility.IsEligible: false }) => new Step.NotEligible(),
        ({ Kind: null }, _) when Kinds(situation) is { Length: > 0 } kinds => new Step.ChooseKind(kinds),
        ({ Kind: { } kind }, _) when !CarOrCharger.Contains(kind) => new Step.OtherKind(kind),
        _ when OfDevices(journey, market) is { } step => step,
        _ when TariffSteps.Of(journey, isLive: false, market) is { } step => step,
        ({ HasAllConsents: false }, _) => new Step.AskConsents(),
        _ => new Step.StartWizard(),
    };

    /// <summary>What is still open about the devices; null when they are named, confirmed and chosen.</summary>
    private static Step? OfDevices(Journey journey, MarketSettings market) => Missing(journey) is { } question ? new Step.AskDevices(question)
        : DeviceProposal.Of(journey.Vehicle, journey.ChargePoint, market) is not { } proposal ? new Step.NothingToConnect()
        : journey is { DevicesConfirmed: false } or { Chosen: null } ? new Step.ConfirmDevices(proposal)
        : null;

    /// <summary>Asks for the devices by lists. One that is gone on with, or begun while they were changed, still asks in free text.</summary>
    private static bool Chooses(WizardStep step) => step is
        WizardStep.SelectDeviceType or WizardStep.SelectMake or WizardStep.SelectVariant or WizardStep.SelectVehicleOrChargePoint;

    /// <summary>The kinds to choose from; none when there is nothing to choose.</summary>
    private static DeviceKind[] Kinds(Situation situation)
    {
        DeviceKind[] kinds = [.. situation.Eligibility.DeviceKinds.Distinct()];
        return kinds.Any(kind => !CarOrCharger.Contains(kind)) ? kinds : [];
    }

    private static DeviceQuestion? Missing(Journey journey) => (journey.Vehicle, journey.ChargePoint) switch
    {
        (null, null) => DeviceQuestion.Both,
        ({ IsComplete: false }, _) => DeviceQuestion.VehicleModel,
        (_, { IsComplete: false }) => DeviceQuestion.ChargePointModel,
        (null, _) => DeviceQuestion.Vehicle,
        (_, null) => DeviceQuestion.ChargePoint,
        _ => null,
    };

    private static Step? AfterRefusal(Refusal refused) => refused.Kind switch
    {
        WizardProblemKind.Gone => new Step.BeginAgain(refused.Code),
        WizardProblemKind.TryLater => new Step.AwaitRetry(),
        // Another registration ends by itself; an onboarding that cannot begin has no step that would show why.
        WizardProblemKind.RegistrationInProgress when refused.StepId is null => new Step.AwaitRetry(),
        _ when refused.StepId is null => new Step.NeedsPerson(refused.Code),
        WizardProblemKind.NotAllowed or WizardProblemKind.NotOffered or WizardProblemKind.Unknown => new Step.NeedsPerson(refused.Code),
        // The rest shows in the step itself when it is read again.
        _ => null,
    };
}
