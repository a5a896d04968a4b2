using SmartFlexBot.Onboarding.Devices;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.SignIn;
using SmartFlexBot.Onboarding.TestCharge;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Onboarding.VirtualKey;
using SmartFlexBot.Onboarding.Waiting;
using SmartFlexBot.Onboarding.Wizard;

namespace SmartFlexBot.Onboarding.Flow;

/// <summary>What each step of an onboarding at Kraken means for the conversation. Pure.</summary>
internal static class WizardSteps
{
    public static Step Of(WizardStep current, Journey journey, MarketSettings market) => Meaning(current, journey, market) switch
    {
        // Given by itself again and again, an answer that Kraken refuses would go round for ever: now the customer, or a person, decides.
        CompleteStep when journey.Refused is { } refused && refused.StepId == current.Id => Choice(current, refused.Code),
        var step => step,
    };

    private static Step Meaning(WizardStep current, Journey journey, MarketSettings market) => current switch
    {
        WizardStep.SelectDeviceType or WizardStep.SelectMake or WizardStep.SelectVariant => OptionMatch.Find(current, journey) is { } option
            ? new CompleteStep(current, new StepAnswer.Option(option.Id))
            : Choice(current, code: null),
        WizardStep.SelectVehicleOrChargePoint when journey.Chosen is { } chosen =>
            new CompleteStep(current, new StepAnswer.Integration(chosen)),
        WizardStep.Select { Options: [var only] } => new CompleteStep(current, new StepAnswer.Option(only.Id)),
        WizardStep.Select => Choice(current, code: null),
        WizardStep.AuthFlow step => new SignInWithMaker(step),
        WizardStep.ProviderApp { Provider: null } when market.AppOf(journey.ChosenDevice?.Make) is null => new NeedsPerson(Code: null),
        WizardStep.ProviderApp step => new ConnectInApp(step),
        WizardStep.UserInputRequired { Inputs.Count: > 0 } step => new GiveInput(step),
        WizardStep.UserActionRequired { Actions: [var first, ..] } step => new ActElsewhere(step, first.Description, first.Uri),
        WizardStep.UserActionRequired step => new ActElsewhere(step, Instruction: null, Uri: null),
        WizardStep.TeslaSetupVirtualKey step => new AddVirtualKey(step, Opened: journey.KeyLinkOpenedFor == step.Id),
        WizardStep.TestCharge step => TestSteps.Of(step, journey, market),
        WizardStep.Wait { Reason: WaitReason.LiveIntegration } => new OtherDevice(DeviceSteps.CanSwitch(journey)),
        WizardStep.Wait step => new AwaitKraken(step.Reason),
        WizardStep.UnsupportedCombination => new OtherDevice(DeviceSteps.CanSwitch(journey)),
        WizardStep.TerminalError { Codes: [var code, ..] } => new NeedsPerson(code),
        // TeslaRegistrationFailed and TeslaModifyScopes have no documented mutation (kraken-gaps 4): a person helps.
        _ => new NeedsPerson(Code: null),
    };

    /// <summary>The customer chooses from the step's list; where there is none, a person has to help.</summary>
    private static Step Choice(WizardStep step, string? code) =>
        step is WizardStep.Select { Options.Count: > 0 } list ? new AskOption(list) : new NeedsPerson(code);
}
