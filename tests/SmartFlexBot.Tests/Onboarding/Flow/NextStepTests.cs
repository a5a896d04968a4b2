using SmartFlexBot.Onboarding.Devices;
using SmartFlexBot.Onboarding.Flow;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Catalogue;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.Flow;

/// <summary>The table of <see cref="NextStep"/>: facts on the left, the step on the right.</summary>
public sealed class NextStepTests
{
    private static readonly DeviceAnswer SetAside = Unknown with { IsSetAside = true };
    private static readonly DeviceAnswer Andersen = new("Andersen", "A3", IsUnknown: true);

    private static readonly WizardStep Sign = new WizardStep.AuthFlow("s-1", new("https://maker.example/authorize"), null, null);
    private static readonly WizardStep Makes = new WizardStep.SelectMake("s-2", Car, [Option("m-1", "Tesla"), Option("m-2", "Kia")]);
    private static readonly WizardStep Which = new WizardStep.SelectVehicleOrChargePoint("s-3");

    private static readonly (string Case, Journey Journey, TenantView View, string Step)[] Table =
    [
        // What is under way or over comes first.
        ("a command is under way", Agreed with { Pending = new("k", PendingAction.Start) }, Nothing, "AwaitCommand:Start"),
        ("under way wins over ended", Fresh
            with { Pending = new("k", PendingAction.Cancel), End = JourneyEnd.CancelledByCustomer }, Nothing, "AwaitCommand:Cancel"),
        ("the customer stopped", Begun with { End = JourneyEnd.CancelledByCustomer }, At(Sign), "JourneyEnded"),
        ("silence", Named with { End = JourneyEnd.Silence }, Nothing, "JourneyEnded"),
        ("ended wins over LIVE", Fresh with { End = JourneyEnd.Silence }, With(Device("LIVE")), "JourneyEnded"),

        // The device itself.
        ("any car of this home is LIVE", Fresh, With(Device("LIVE")), "Live:d-1"),
        ("the journey's own device is LIVE", Begun
            with { DeviceId = "d-2" }, With(Device("ONBOARDING"), Device("LIVE", "d-2")), "Live:d-2"),
        ("LIVE wins over a refusal", Begun with { Refused = Refused(WizardProblemKind.Unknown, "s-1") }, With(Device("LIVE")), "Live:d-1"),
        ("another device is not news for one on its way", Begun
            with { DeviceId = "d-2" }, At(Sign) with { Devices = [Device("LIVE"), Device("ONBOARDING", "d-2")] }, "SignIn:s-1"),
        ("a LIVE car that is turned off", Fresh, With(Device("LIVE") with { IsSuspended = true }), "Paused:d-1"),
        ("what is wanted of smart control is sent, also when all else is over", Agreed
            with { Control = new("d-1", "it", ControlAction.Suspend), End = JourneyEnd.CancelledByCustomer }, With(Device("LIVE")),
            "ChangeControl"),
        ("what is put off holds up nothing", Agreed
            with { Control = new("d-1", "it", ControlAction.Suspend, IsPutOff: true) }, With(Device("LIVE")), "Live:d-1"),
        ("a heat pump that is LIVE is another story", Fresh, With(Device("LIVE", kind: DeviceKind.HeatPump)), "AskDevices:Both"),
        ("a retired device counts for nothing", Fresh, With(Device("RETIRED")), "AskDevices:Both"),

        ("LIVE wins over an onboarding that is being left", Begun
            with { Leaving = new() }, At(Sign) with { Devices = [Device("LIVE")] }, "Live:d-1"),
        ("an onboarding that is being left is cancelled first", Begun with { Leaving = new() }, At(Sign), "CancelOnboarding"),
        ("what is being left cannot be cancelled yet", Begun with { Leaving = new(WizardProblemKind.TryLater) }, At(Sign), "AwaitRetry"),
        ("what is being left cannot be cancelled", Begun
            with { Leaving = new(WizardProblemKind.NotAllowed, "KT-CT-9") }, At(Sign), "NeedsPerson:KT-CT-9"),
        ("a command while leaving", Begun
            with { Leaving = new(), Pending = new("k", PendingAction.Start) }, At(Sign), "AwaitCommand:Cancel"),
        ("its own device is going live", Begun with { DeviceId = "d-1" }, At(Sign)
            with { Devices = [Device("PENDING_LIVE")] }, "AwaitKraken:GoingLive"),
        // What Kraken refused.
        ("gone", Begun with { Refused = Refused(WizardProblemKind.Gone) }, Nothing, "BeginAgain"),
        ("busy", Begun with { Refused = Refused(WizardProblemKind.TryLater, "s-1") }, At(Sign), "AwaitRetry"),
        ("not allowed", Begun with { Refused = Refused(WizardProblemKind.NotAllowed, "s-1") }, At(Sign), "NeedsPerson:KT-CT-1"),
        ("not offered", Begun with { Refused = Refused(WizardProblemKind.NotOffered, "s-1") }, At(Sign), "NeedsPerson:KT-CT-1"),
        ("unknown failure", Begun with { Refused = Refused(WizardProblemKind.Unknown, "s-1") }, At(Sign), "NeedsPerson:KT-CT-1"),
        ("the sign-in failed: its step says so", Begun
            with { Refused = Refused(WizardProblemKind.SignInFailed, "s-1") }, At(Sign), "SignIn:s-1"),
        ("no capable device: sign in elsewhere", Begun
            with { Refused = Refused(WizardProblemKind.NoCapableDevice, "s-1") }, At(Sign), "SignIn:s-1"),
        ("moved on", Begun with { Refused = Refused(WizardProblemKind.StepMovedOn, "s-0") }, At(Sign), "SignIn:s-1"),
        ("it cannot begin: never again by itself", Agreed
            with { Refused = Refused(WizardProblemKind.BadAnswer) }, Nothing, "NeedsPerson:KT-CT-1"),
        ("it cannot begin yet", Agreed with { Refused = Refused(WizardProblemKind.RegistrationInProgress) }, Nothing, "AwaitRetry"),
        ("registration of another at a step", Begun
            with { Refused = Refused(WizardProblemKind.RegistrationInProgress, "s-1") }, At(Sign), "SignIn:s-1"),

        // The onboarding at Kraken.
        ("it cannot be found any more", Begun, Nothing with { WizardGone = true }, "BeginAgain"),
        ("cancelled elsewhere", Begun, Nothing with { Wizard = new(new("w-1"), null, IsComplete: false, IsCancelled: true) }, "BeginAgain"),
        ("a consent was withdrawn", Begun
            with { Consents = [.. Begun.Consents, Given(ConsentPurpose.Control, granted: false)] }, At(Sign), "AskConsents"),
        ("gone on with from elsewhere, without consent", Begun with { Consents = [] }, At(Sign), "AskConsents"),
        ("its own step", Begun, At(Sign), "SignIn:s-1"),
        ("complete, and not LIVE yet", Begun, Nothing
            with { Wizard = new(new("w-1"), null, IsComplete: true, IsCancelled: false) }, "AwaitKraken:GoingLive"),
        ("the facts answer its list", Begun, At(Makes), "CompleteStep:s-2"),
        ("a list, and nothing is known", Begun
            with { Vehicle = null, ChargePoint = null, DevicesConfirmed = false, Chosen = null }, At(Makes), "AskDevices:Both"),
        ("car or charger, and not confirmed", Begun with { DevicesConfirmed = false, Chosen = null }, At(Which), "ConfirmDevices"),
        ("past the choice, what is unknown does not matter", Begun
            with { Vehicle = null, ChargePoint = null, DevicesConfirmed = false, Chosen = null }, At(Sign), "SignIn:s-1"),

        // Before it begins.
        ("not eligible", Fresh, Nothing with { Eligibility = new(false, []) }, "NotEligible"),
        ("the tenant does not tell", Fresh, Nothing with { Eligibility = new(null, []) }, "AskDevices:Both"),
        ("once begun, who may begin is no question", Begun, At(Sign) with { Eligibility = new(false, []) }, "SignIn:s-1"),
        ("several kinds", Fresh, Nothing with { Eligibility = new(true, [Car, DeviceKind.HeatPump]) }, "ChooseKind"),
        ("car and charger are one story", Fresh, Nothing, "AskDevices:Both"),
        ("a kind of the supplier's own way", Fresh with { Kind = DeviceKind.HeatPump }, Nothing, "OtherKind:HeatPump"),
        ("the kind is chosen", Fresh
            with { Kind = Car }, Nothing with { Eligibility = new(true, [Car, DeviceKind.HeatPump]) }, "AskDevices:Both"),
        ("the make alone", Fresh with { Vehicle = new("Tesla"), ChargePoint = Ohme }, Nothing, "AskDevices:VehicleModel"),
        ("the charger's make alone", Fresh with { Vehicle = Tesla, ChargePoint = new("Ohme") }, Nothing, "AskDevices:ChargePointModel"),
        ("the car's model before the charger", Fresh with { Vehicle = new("Tesla") }, Nothing, "AskDevices:VehicleModel"),
        ("no word of the charger", Fresh with { Vehicle = Tesla }, Nothing, "AskDevices:ChargePoint"),
        ("no word of the car", Fresh with { ChargePoint = DeviceAnswer.None }, Nothing, "AskDevices:Vehicle"),
        ("neither", Fresh with { Vehicle = DeviceAnswer.None, ChargePoint = DeviceAnswer.None }, Nothing, "NothingToConnect:True"),
        ("an unknown car and no charger", Fresh with { Vehicle = Unknown, ChargePoint = DeviceAnswer.None }, Nothing,
            "CannotConnect:ElectricVehicle"),
        ("it was told, and nothing else is there", Fresh with { Vehicle = SetAside, ChargePoint = DeviceAnswer.None }, Nothing,
            "NothingToConnect:False"),
        ("an unknown car, and no word of a charger", Fresh with { Vehicle = Unknown }, Nothing, "CannotConnect:ElectricVehicle"),
        ("it was told: the charger instead", Fresh with { Vehicle = SetAside }, Nothing, "AskDevices:ChargePoint"),
        ("the charger can be connected", Fresh with { Vehicle = Unknown, ChargePoint = Ohme }, Nothing, "ConfirmDevices"),
        ("a charger that cannot be connected", Fresh with { ChargePoint = Andersen }, Nothing, "CannotConnect:ChargePoint"),
        ("it was told: the car instead", Fresh with { ChargePoint = Andersen with { IsSetAside = true } }, Nothing, "AskDevices:Vehicle"),
        ("beside a car it does not matter", Fresh with { Vehicle = Tesla, ChargePoint = Andersen }, Nothing, "ConfirmDevices"),
        ("nobody knows which charger it is", Fresh with { ChargePoint = Unknown }, Nothing, "AskDevices:Vehicle"),
        ("two devices are LIVE", Fresh, Nothing with { Devices = [Device("LIVE", "a"), Device("LIVE", "b")] }, "ChooseDevice"),
        ("both are named", Named, Nothing, "ConfirmDevices"),
        ("confirmed without a choice", Named with { DevicesConfirmed = true }, Nothing, "ConfirmDevices"),
        ("confirmed", Confirmed, Nothing, "AskConsents"),
        ("one permission of two", Confirmed with { Consents = [Given(ConsentPurpose.Control)] }, Nothing, "AskConsents"),
        ("agreed", Agreed, Nothing, "StartOnboarding"),
    ];

    public static TheoryData<string> Cases => [.. Table.Select(row => row.Case)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_facts_decide_the_step(string @case)
    {
        var row = Table.Single(row => row.Case == @case);

        NextStep.Of(row.Journey, row.View, Shipped.Market).Key.ShouldBe(row.Step);
    }

    [Fact]
    public void The_proposal_of_the_confirmation_is_the_better_device()
    {
        var step = NextStep.Of(Named with { Vehicle = Kia }, Nothing, Shipped.Market).ShouldBeOfType<ConfirmDevices>();

        step.Proposal.ShouldBe(new DeviceProposal(Charger, ProposalReason.ChargePointIsMoreReliable, CanChooseOther: true));
    }
}
