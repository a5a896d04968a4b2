using SmartFlexBot.Kraken.Classic;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Tests.Kraken;

public sealed class ClassicStepsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private static readonly CatalogueEntry[] Catalogue =
    [
        new(DeviceKind.ElectricVehicle, "Tesla", "Model 3", "501", 57.5m, IsIntegrationLive: true, Provider: "TESLA"),
        new(DeviceKind.ElectricVehicle, "BYD", "Dolphin", "502", IsIntegrationLive: false, Provider: "BYD"),
        new(DeviceKind.ElectricVehicle, "Odd", "One", "503", IsIntegrationLive: true, Provider: "NEW_PROVIDER"),
        new(DeviceKind.ChargePoint, "Ohme", "Home Pro", "9", PowerInKw: 7.4m, IsIntegrationLive: true, Provider: "OHME"),
    ];

    private static readonly ClassicState Start = new("A-1", 7, Revision: 1, ["ELECTRIC_VEHICLES"], []);
    private static readonly ClassicState Typed = Start with { DeviceType = "ELECTRIC_VEHICLES" };
    private static readonly ClassicState Tesla = Typed with { CarMake = "Tesla", CarVariant = "501" };
    private static readonly ClassicState TeslaAlone = Tesla with { ChargePointMake = "none" };
    private static readonly ClassicState Both = Tesla with { ChargePointMake = "Ohme", ChargePointVariant = "9" };
    private static readonly ClassicState Registered = TeslaAlone with { IsRegistered = true, DeviceId = "D" };
    private static readonly ClassicState WithKey = Registered with
    {
        VirtualKey = new(
        "Demo Energy", "https://tesla.example.test/_ak/demo")
    };
    private static readonly ClassicState KeyDone = WithKey with { IsVirtualKeyDone = true };

    [Fact]
    public void The_choices_come_in_their_order()
    {
        Step(Start).ShouldBeOfType<WizardStep.SelectDeviceType>().Options.ShouldBe([new("ELECTRIC_VEHICLES", "ELECTRIC_VEHICLES")]);
        Step(Typed).ShouldBeOfType<WizardStep.SelectMake>().ShouldSatisfyAllConditions(
            step => step.Kind.ShouldBe(DeviceKind.ElectricVehicle),
            step => step.Options.Select(option => option.Id).ShouldBe(["BYD", "Odd", "Tesla", "none"]));
        Step(Typed with { CarMake = "Tesla" }).ShouldBeOfType<WizardStep.SelectVariant>().Options
            .ShouldBe([new("501", "Model 3", "Tesla", "Model 3", 57.5m, null, true)]);
        Step(Tesla).ShouldBeOfType<WizardStep.SelectMake>().Kind.ShouldBe(DeviceKind.ChargePoint);
        Step(Tesla with { ChargePointMake = "Ohme" }).ShouldBeOfType<WizardStep.SelectVariant>().Options
            .ShouldHaveSingleItem().PowerInKw.ShouldBe(7.4m);
        Step(Both).ShouldBeOfType<WizardStep.SelectVehicleOrChargePoint>();
        Step(Typed with { CarMake = "none" }).ShouldBeOfType<WizardStep.SelectMake>().Kind.ShouldBe(DeviceKind.ChargePoint);
    }

    [Fact]
    public void Only_where_both_are_possible_is_the_customer_asked_which()
    {
        Fact(TeslaAlone).ShouldBe(ClassicFact.SignInAddress);
        Fact(Both with { CarMake = "BYD", CarVariant = "502" }).ShouldBe(ClassicFact.SignInAddress);
        Fact(Both with { CarMake = "none", CarVariant = null }).ShouldBe(ClassicFact.SignInAddress);
        new ClassicChoices(Both with { CarMake = "BYD", CarVariant = "502" }, Catalogue).Device!.Kind.ShouldBe(DeviceKind.ChargePoint);
        new ClassicChoices(Both with { Integration = DeviceKind.ChargePoint }, Catalogue).Other!.Kind.ShouldBe(DeviceKind.ElectricVehicle);
    }

    [Fact]
    public void What_cannot_be_connected_is_said_as_it_is()
    {
        Step(TeslaAlone with { CarMake = "BYD", CarVariant = "502" }).ShouldBe(new WizardStep.Wait("wait.1", WaitReason.LiveIntegration));
        Step(Typed with { CarMake = "none", ChargePointMake = "none" }).ShouldBeOfType<WizardStep.UnsupportedCombination>();
        Next(TeslaAlone with { CarMake = "Odd", CarVariant = "503" }).ShouldBe(new ClassicNext.Refuse(WizardProblemKind.NotOffered));
    }

    [Fact]
    public void Signing_in_and_several_cars()
    {
        var signIn = TeslaAlone with { Revision = 5, SignIn = new("https://auth.example.test/?state=s", Now, "access_denied") };
        Step(signIn).ShouldBe(new WizardStep.AuthFlow("signIn.5", new("https://auth.example.test/?state=s"), null, "access_denied"));
        Fact(signIn with { Pending = new("code", "s", []) }).ShouldBe(ClassicFact.UserVehicles);
        Step(signIn with
        {
            Pending = new(
            "code", "s", [new("V1", "Blue")])
        }).ShouldBeOfType<WizardStep.SelectUserVehicle>().Options.ShouldHaveSingleItem();
    }

    [Fact]
    public void From_the_virtual_key_to_LIVE()
    {
        Step(Registered).ShouldBe(new WizardStep.Wait("wait.1", WaitReason.DeviceRegistration));
        Step(Registered, Device("ONBOARDING", "AUTHENTICATION_PENDING")).ShouldBe(
            new WizardStep.Wait("wait.1", WaitReason.DeviceRegistration));
        Next(Registered, Device("ONBOARDING")).ShouldBe(new ClassicNext.Fetch(ClassicFact.VirtualKey, "virtualKey.1"));
        Step(WithKey, Device("ONBOARDING")).ShouldBe(
            new WizardStep.TeslaSetupVirtualKey("virtualKey.1", "Demo Energy", new("https://tesla.example.test/_ak/demo")));
        Step(KeyDone, Device("ONBOARDING")).ShouldBe(new WizardStep.TestCharge("test.1", null, false, null));
        Step(KeyDone, Device("ONBOARDING", "TEST_CHARGE_NOT_AVAILABLE")).ShouldBe(new WizardStep.TestCharge("test.1", false, false, null));
        Step(KeyDone, Device("ONBOARDING_TEST_IN_PROGRESS")).ShouldBe(new WizardStep.TestCharge("test.1", null, true, null));
        Step(KeyDone, Device("PENDING_LIVE")).ShouldBe(new WizardStep.Wait("wait.1", WaitReason.Transition));
        Next(KeyDone, Device("LIVE")).ShouldBeOfType<ClassicNext.Complete>();
        Next(KeyDone, Device("RETIRED")).ShouldBe(new ClassicNext.Refuse(WizardProblemKind.Gone));
        Step(KeyDone, Device("ONBOARDING", "AUTHENTICATION_FAILED")).ShouldBeOfType<WizardStep.TerminalError>();
        Step(KeyDone, Device("SOMETHING_NEW")).ShouldBe(new WizardStep.Wait("wait.1", WaitReason.Transition));
    }

    [Fact]
    public void Other_makes_have_no_virtual_key() =>
        Step(Registered, Device("ONBOARDING") with { Provider = "ENODE" }).ShouldBeOfType<WizardStep.TestCharge>();

    [Fact]
    public void A_failed_test_says_why()
    {
        var step = Step(
            KeyDone,
            Device("FAILED_ONBOARDING_TEST") with { TestFailureReason = "SOC_LIMIT_REACHED" }).ShouldBeOfType<WizardStep.TestCharge>();

        step.Problem!.Failed.ShouldBeTrue();
        step.Problem.Reasons.ShouldBe(["SOC_LIMIT_REACHED"]);
    }

    [Fact]
    public void A_failed_test_leads_to_the_key_when_it_was_never_shown()
    {
        var resumed = Registered with { IsVirtualKeyDone = true };

        Step(resumed, Device("ONBOARDING")).ShouldBeOfType<WizardStep.TestCharge>();
        Next(resumed, Device("FAILED_ONBOARDING_TEST")).ShouldBeOfType<ClassicNext.Fetch>().Fact.ShouldBe(ClassicFact.VirtualKey);
    }

    [Fact]
    public void A_test_just_asked_for_shows_as_started_until_the_device_tells_otherwise()
    {
        var asked = KeyDone with { Test = new(Now, "FAILED_ONBOARDING_TEST") };
        var failed = Device("FAILED_ONBOARDING_TEST");

        Step(asked, failed).ShouldBeOfType<WizardStep.TestCharge>().IsStarted.ShouldBeTrue();
        Step(asked, failed, Now.AddSeconds(30)).ShouldBeOfType<WizardStep.TestCharge>().Problem.ShouldNotBeNull();
        Step(asked with { Test = new(Now, "ONBOARDING") }, failed).ShouldBeOfType<WizardStep.TestCharge>().Problem.ShouldNotBeNull();
    }

    private static DeviceSnapshot Device(string lifecycle, string? state = null) =>
        new("D", null, DeviceKind.ElectricVehicle, "Tesla", "Model 3", "TESLA", 7, lifecycle, state, null, null);

    private static ClassicNext Next(ClassicState state, DeviceSnapshot? device = null, DateTimeOffset? now = null) =>
        ClassicSteps.Next(state, new(state, Catalogue), device, now ?? Now);

    private static WizardStep Step(ClassicState state, DeviceSnapshot? device = null, DateTimeOffset? now = null) =>
        Next(state, device, now).ShouldBeOfType<ClassicNext.Show>().Step;

    private static ClassicFact Fact(ClassicState state) => Next(state).ShouldBeOfType<ClassicNext.Fetch>().Fact;
}
