using SmartFlexBot.Onboarding.Bot;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Onboarding.Journeys;

/// <summary>What comes next. Computed by <see cref="NextStep"/>, never stored.</summary>
public abstract partial record Step
{
    private Step() { }

    /// <summary>Names this step and what it is about: the same key means that the question already asked still stands.</summary>
    public virtual string Key => GetType().Name;

    /// <summary>A question of the conversation itself, such as "shall I stop here?".</summary>
    public sealed record AnswerQuestion(QuestionKind Kind) : Step
    {
        public override string Key => $"AnswerQuestion:{Kind}";
    }

    public sealed record ChooseProperty(IReadOnlyList<AccountProperty> Properties) : Step;

    /// <summary>The account cannot take part; Kraken gives no reason.</summary>
    public sealed record NotEligible : Step;

    public sealed record ChooseKind(IReadOnlyList<DeviceKind> Kinds) : Step;

    /// <summary>A kind that this bot cannot register: the supplier's own way is shown.</summary>
    public sealed record OtherKind(DeviceKind Kind) : Step
    {
        public override string Key => $"OtherKind:{Kind}";
    }

    /// <summary>Car, charge point, or what is missing of them.</summary>
    public sealed record AskDevices(DeviceQuestion Question) : Step
    {
        public override string Key => $"AskDevices:{Question}";
    }

    /// <summary>Neither can be connected: no car and no charge point, or unknown brands only.</summary>
    public sealed record NothingToConnect : Step;

    public sealed record ConfirmDevices(DeviceProposal Proposal) : Step;

    public sealed record AskConsents : Step;

    /// <summary>Begin the onboarding at Kraken.</summary>
    public sealed record StartWizard : Step;

    /// <summary>The facts answer this step.</summary>
    public sealed record CompleteStep(WizardStep Wizard, StepAnswer Answer) : Step
    {
        public override string Key => $"CompleteStep:{Wizard.Id}";
    }

    /// <summary>The facts do not answer this list: the customer chooses.</summary>
    public sealed record AskOption(WizardStep Wizard, IReadOnlyList<WizardOption> Options) : Step
    {
        public override string Key => $"AskOption:{Wizard.Id}";
    }

    public sealed record SignIn(WizardStep.AuthFlow Wizard) : Step
    {
        public override string Key => $"SignIn:{Wizard.Id}";
    }

    public sealed record GiveInput(WizardStep.UserInputRequired Wizard) : Step
    {
        public override string Key => $"GiveInput:{Wizard.Id}";
    }

    public sealed record ActElsewhere(WizardStep Wizard, string? Instruction, Uri? Uri) : Step
    {
        public override string Key => $"ActElsewhere:{Wizard.Id}";
    }

    /// <param name="Opened">The link was opened: what comes next is offered with it.</param>
    public sealed record AddVirtualKey(WizardStep.TeslaSetupVirtualKey Wizard, bool Opened) : Step
    {
        public override string Key => $"AddVirtualKey:{Wizard.Id}:{Opened}";
    }

    public sealed record OfferTest(WizardStep.TestCharge Wizard) : Step
    {
        public override string Key => $"OfferTest:{Wizard.Id}";
    }

    /// <summary>The test was refused or failed.</summary>
    /// <param name="OfferPerson">It went wrong in the same way too often.</param>
    public sealed record MendTest(WizardStep.TestCharge Wizard, string Reason, bool Failed, bool OfferPerson) : Step
    {
        public override string Key => $"MendTest:{Wizard.Id}:{Reason}:{Failed}:{OfferPerson}";
    }

    public sealed record TestRunning(WizardStep.TestCharge Wizard) : Step;

    /// <summary>A command is under way.</summary>
    public sealed record AwaitCommand(PendingAction What) : Step
    {
        public override string Key => $"AwaitCommand:{What}";
    }

    /// <summary>Kraken or a third party is at work.</summary>
    public sealed record AwaitKraken(WaitReason Reason) : Step
    {
        public override string Key => $"AwaitKraken:{Reason}";
    }

    /// <summary>Kraken was busy: the same is tried again by itself.</summary>
    public sealed record AwaitRetry : Step;

    /// <summary>Car and charge point do not go together, or the chosen make is not live.</summary>
    public sealed record OtherDevice(bool CanSwitch) : Step
    {
        public override string Key => $"OtherDevice:{CanSwitch}";
    }

    /// <summary>The onboarding at Kraken is gone: offer to begin again.</summary>
    public sealed record BeginAgain(string? Code) : Step;

    /// <summary>Only a person can help from here.</summary>
    public sealed record NeedsPerson(string? Code) : Step
    {
        public override string Key => $"NeedsPerson:{Code}";
    }

    public sealed record Live(DeviceSnapshot Device) : Step
    {
        public override string Key => $"Live:{Device.Id}";
    }

    public sealed record Ended(JourneyEnd Reason) : Step;
}

/// <summary>What the next question about the devices is.</summary>
public enum DeviceQuestion
{
    Both,
    Vehicle,
    VehicleModel,
    ChargePoint,
    ChargePointModel,
}
