using SmartFlexBot.Onboarding.Flow;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Onboarding.Wizard;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.Flow;

/// <summary>What each step of an onboarding means for the conversation.</summary>
public sealed class WizardStepsTests
{
    private static readonly WizardOption[] Two = [Option("o-1", "One"), Option("o-2", "Two")];
    private static readonly Uri Page = new("https://maker.example/page");

    private static readonly (string Case, WizardStep Wizard, Journey Journey, string Step)[] Table =
    [
        ("device type", new WizardStep.SelectDeviceType(
            "s", [Option("ELECTRIC_VEHICLES", "Cars"), Option("HEAT_PUMPS", "Heat")]), Begun, "CompleteStep:s"),
        ("a device type nobody knows", new WizardStep.SelectDeviceType("s", Two), Begun, "AskOption:s"),
        ("make", new WizardStep.SelectMake("s", Car, [Option("1", "Tesla"), Option("2", "Kia")]), Begun, "CompleteStep:s"),
        ("make, ambiguous", new WizardStep.SelectMake("s", Car, [Option("1", "Tesla"), Option("2", "tesla")]), Begun, "AskOption:s"),
        ("make, not in the list", new WizardStep.SelectMake("s", Car, Two), Begun, "AskOption:s"),
        ("variant", new WizardStep.SelectVariant("s", Charger, [Option("1", "Home Pro"), Option("2", "Go")]), Begun, "CompleteStep:s"),
        ("an empty list", new WizardStep.SelectVariant("s", Charger, []), Begun, "NeedsPerson:"),
        ("car or charger", new WizardStep.SelectVehicleOrChargePoint("s"), Begun, "CompleteStep:s"),
        ("one car on the account", new WizardStep.SelectUserVehicle("s", [Two[0]]), Begun, "CompleteStep:s"),
        ("two cars on the account", new WizardStep.SelectUserVehicle("s", Two), Begun, "AskOption:s"),
        ("no car on the account", new WizardStep.SelectUserVehicle("s", []), Begun, "NeedsPerson:"),
        ("one charger in the session", new WizardStep.SelectSessionDevice("s", [Two[0]]), Begun, "CompleteStep:s"),
        ("two chargers in the session", new WizardStep.SelectSessionDevice("s", Two), Begun, "AskOption:s"),
        ("sign-in", new WizardStep.AuthFlow("s", Page, null, "access_denied"), Begun, "SignIn:s"),
        ("input", new WizardStep.UserInputRequired("s", [new("serial", null, null, true, null, null)], null), Begun, "GiveInput:s"),
        ("input of nothing", new WizardStep.UserInputRequired("s", [], null), Begun, "NeedsPerson:"),
        ("action with a page", new WizardStep.UserActionRequired("s", [new("n", "Do it", Page)]), Begun, "ActElsewhere:s"),
        ("action without words", new WizardStep.UserActionRequired("s", []), Begun, "ActElsewhere:s"),
        ("app of a provider", new WizardStep.ProviderApp("s", "JEDLIX"), Begun, "ConnectInApp:s"),
        ("no sign-in, and no app that the market knows", new WizardStep.ProviderApp("s", null), Begun, "NeedsPerson:"),
        ("virtual key", new WizardStep.TeslaSetupVirtualKey("s", "Brightwater", Page), Begun, "AddVirtualKey:s"),
        ("virtual key, link opened", new WizardStep.TeslaSetupVirtualKey("s", "Brightwater", Page), Begun
            with { KeyLinkOpenedFor = "s" }, "AddVirtualKey:s"),
        ("virtual key, link of an earlier one opened", new WizardStep.TeslaSetupVirtualKey("s", "Brightwater", Page), Begun
            with { KeyLinkOpenedFor = "r" }, "AddVirtualKey:s"),
        ("registration", new WizardStep.Wait("s", WaitReason.DeviceRegistration), Begun, "AwaitKraken:DeviceRegistration"),
        ("transition", new WizardStep.Wait("s", WaitReason.Transition), Begun, "AwaitKraken:Transition"),
        ("the make is not live, the charger is", new WizardStep.Wait("s", WaitReason.LiveIntegration), Begun, "OtherDevice:True"),
        ("the make is not live, no charger", new WizardStep.Wait("s", WaitReason.LiveIntegration), Begun
            with { ChargePoint = DeviceAnswer.None }, "OtherDevice:False"),
        ("the make is not live, neither is the charger's", new WizardStep.Wait("s", WaitReason.LiveIntegration), Begun
            with { ChargePoint = Ohme with { IsIntegrationLive = false } }, "OtherDevice:False"),
        ("the charger does not go, the car does", new WizardStep.UnsupportedCombination("s"), Begun
            with { Chosen = Charger }, "OtherDevice:True"),
        ("the charger does not go, no car", new WizardStep.UnsupportedCombination("s"), Begun
            with { Chosen = Charger, Vehicle = Unknown }, "OtherDevice:False"),
        ("terminal", new WizardStep.TerminalError("s", ["E1", "E2"]), Begun, "NeedsPerson:E1"),
        ("terminal without a code", new WizardStep.TerminalError("s", []), Begun, "NeedsPerson:"),
        ("Tesla's scopes", new WizardStep.TeslaModifyScopes("s", Page, null), Begun, "NeedsPerson:"),
        ("Tesla's registration", new WizardStep.TeslaRegistrationFailed("s", null), Begun, "NeedsPerson:"),
        ("a step of a later version", new WizardStep.Unknown("s", "NewStep"), Begun, "NeedsPerson:"),

        // An answer that was refused is never given again by itself.
        ("make, refused", new WizardStep.SelectMake("s", Car, [Option("1", "Tesla")]), Refuse(WizardProblemKind.BadAnswer), "AskOption:s"),
        ("make, refused at another step", new WizardStep.SelectMake(
            "t", Car, [Option("1", "Tesla")]), Refuse(WizardProblemKind.BadAnswer), "CompleteStep:t"),
        ("the only car, refused", new WizardStep.SelectUserVehicle(
            "s", [Two[0]]), Refuse(WizardProblemKind.NoCapableDevice), "AskOption:s"),
        ("the only charger, another registration", new WizardStep.SelectSessionDevice(
            "s", [Two[0]]), Refuse(WizardProblemKind.RegistrationInProgress), "AskOption:s"),
        ("car or charger, refused", new WizardStep.SelectVehicleOrChargePoint(
            "s"), Refuse(WizardProblemKind.BadAnswer), "NeedsPerson:KT-CT-1"),
    ];

    public static TheoryData<string> Cases => [.. Table.Select(row => row.Case)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_wizard_step_has_a_meaning(string @case)
    {
        var row = Table.Single(row => row.Case == @case);

        WizardSteps.Of(row.Wizard, row.Journey, Shipped.Market).Key.ShouldBe(row.Step);
    }

    [Fact]
    public void Every_kind_of_wizard_step_is_in_the_table()
    {
        var kinds = typeof(WizardStep).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(WizardStep)) && !type.IsAbstract);

        kinds.Except(Table.Select(row => row.Wizard.GetType()))
            .ShouldBe([typeof(WizardStep.TestCharge)], "the test charge has a table of its own");
    }

    [Fact]
    public void The_chosen_device_and_the_options_own_id_are_what_is_answered()
    {
        Answer(new WizardStep.SelectVehicleOrChargePoint("s"), Begun with { Chosen = Charger })
            .ShouldBe(new StepAnswer.Integration(Charger));
        Answer(new WizardStep.SelectMake("s", Charger, [Option("m-9", "OHME")]), Begun).ShouldBe(new StepAnswer.Option("m-9"));
    }

    private static StepAnswer Answer(WizardStep step, Journey journey) =>
        WizardSteps.Of(step, journey, Shipped.Market).ShouldBeOfType<CompleteStep>().Answer;

    private static Journey Refuse(WizardProblemKind kind) => Begun with { Refused = Refused(kind, "s") };
}
