using SmartFlexBot.Kraken.Catalogue;
using SmartFlexBot.Kraken.Wizard;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;
using static SmartFlexBot.Kraken.Classic.ClassicNext;

namespace SmartFlexBot.Kraken.Classic;

/// <summary>The order of a Classic onboarding: what comes next, from what is known.</summary>
internal static class ClassicSteps
{
    /// <summary>After a test was asked for, the device may look for a while as it did before.</summary>
    public static readonly TimeSpan TestShowsWithin = TimeSpan.FromSeconds(20);

    public static ClassicNext Next(ClassicState state, ClassicChoices choices, DeviceSnapshot? device, DateTimeOffset now) => state switch
    {
        { IsRegistered: true } => Registered(state, device, now),
        { DeviceType: null } =>
            new Show(new WizardStep.SelectDeviceType(Id(state, StepNames.DeviceType), [.. state.DeviceTypes.Select(Option)])),
        { CarMake: null } => Make(state, choices, StepNames.CarMake, DeviceKind.ElectricVehicle),
        { CarMake: not WizardOption.NoneId, CarVariant: null } =>
            Variant(state, choices, StepNames.CarVariant, DeviceKind.ElectricVehicle, state.CarMake),
        { ChargePointMake: null } => Make(state, choices, StepNames.ChargePointMake, DeviceKind.ChargePoint),
        { ChargePointMake: not WizardOption.NoneId, ChargePointVariant: null } =>
            Variant(state, choices, StepNames.ChargePointVariant, DeviceKind.ChargePoint, state.ChargePointMake),
        _ when choices.Device is null => new Show(new WizardStep.UnsupportedCombination(Id(state, StepNames.Unsupported))),
        _ when choices.MustChoose => new Show(new WizardStep.SelectVehicleOrChargePoint(Id(state, StepNames.Integration))),
        _ when !ClassicChoices.IsLive(choices.Device) => Wait(state, WaitReason.LiveIntegration),
        _ when !ClassicChoices.IsPossible(choices.Device) => new Refuse(WizardProblemKind.NotOffered),
        { IsInProvidersApp: true } => new Show(new WizardStep.ProviderApp(Id(state, StepNames.ProviderApp), choices.Device.Provider!)),
        { Pending.Vehicles.Count: > 0 } =>
            new Show(new WizardStep.SelectUserVehicle(Id(state, StepNames.UserVehicle), state.Pending.Vehicles)),
        { Pending: not null } => new Fetch(ClassicFact.UserVehicles, Id(state, StepNames.UserVehicle)),
        { SignIn: { Uri: { } uri } signIn } when WizardSteps.WebAddress(uri) is { } address =>
            new Show(new WizardStep.AuthFlow(Id(state, StepNames.SignIn), address, RedirectUri: null, signIn.Error)),
        _ => new Fetch(ClassicFact.SignInAddress, Id(state, StepNames.SignIn)),
    };

    private static ClassicNext Registered(ClassicState state, DeviceSnapshot? device, DateTimeOffset now) => device switch
    {
        null => Wait(state, WaitReason.DeviceRegistration),
        { IsRetired: true } => new Refuse(WizardProblemKind.Gone),
        { IsLive: true } => new Complete(),
        { Lifecycle: "PENDING_LIVE" } => Wait(state, WaitReason.Transition),
        { Lifecycle: "ONBOARDING_TEST_IN_PROGRESS" } or { State: "TEST_CHARGE_IN_PROGRESS" } => Test(state, isStarted: true),
        { State: "AUTHENTICATION_PENDING" } => Wait(state, WaitReason.DeviceRegistration),
        { State: "AUTHENTICATION_FAILED" } =>
            new Show(new WizardStep.TerminalError(Id(state, StepNames.Failed), ["AUTHENTICATION_FAILED"])),
        // A key that was never shown (the onboarding was resumed from its device) may be what the test lacked.
        _ when NeedsKey(device) && (!state.IsVirtualKeyDone || (HasFailed(device) && state.VirtualKey is null)) => VirtualKey(state),
        _ when state.Test is { } test && test.Lifecycle == device.Lifecycle && now < test.AskedAt + TestShowsWithin =>
            Test(state, isStarted: true),
        _ when HasFailed(device) => Test(state, problem: new(Failed: true, device.TestFailureReason is { } reason ? [reason] : [])),
        { State: "TEST_CHARGE_NOT_AVAILABLE" } => Test(state, isReady: false),
        { Lifecycle: "ONBOARDING" } => Test(state),
        _ => Wait(state, WaitReason.Transition),
    };

    private static bool NeedsKey(DeviceSnapshot device) => device.Kind == DeviceKind.ElectricVehicle && Providers.IsTesla(device.Provider);

    private static bool HasFailed(DeviceSnapshot device) =>
        device is { Lifecycle: "FAILED_ONBOARDING_TEST" } or { State: "TEST_CHARGE_FAILED" };

    private static ClassicNext VirtualKey(ClassicState state) =>
        state.VirtualKey is { } key && WizardSteps.WebAddress(key.Uri) is { } uri
            ? new Show(new WizardStep.TeslaSetupVirtualKey(Id(state, StepNames.VirtualKey), key.Name, uri))
            : new Fetch(ClassicFact.VirtualKey, Id(state, StepNames.VirtualKey));

    private static Show Test(ClassicState state, bool? isReady = null, bool isStarted = false, TestChargeProblem? problem = null) =>
        new(new WizardStep.TestCharge(Id(state, StepNames.Test), isReady, isStarted, problem));

    private static Show Make(ClassicState state, ClassicChoices choices, string name, DeviceKind kind) =>
        new(new WizardStep.SelectMake(Id(state, name), kind, choices.Makes(kind)));

    private static Show Variant(ClassicState state, ClassicChoices choices, string name, DeviceKind kind, string make) =>
        new(new WizardStep.SelectVariant(Id(state, name), kind, choices.Variants(kind, make)));

    public static Show Wait(ClassicState state, WaitReason reason) => new(new WizardStep.Wait(Id(state, StepNames.Wait), reason));

    private static WizardOption Option(string deviceType) => new(deviceType, deviceType);

    private static string Id(ClassicState state, string name) => StepNames.Id(name, state.Revision);
}
