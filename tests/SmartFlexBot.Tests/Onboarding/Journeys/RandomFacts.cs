using CsCheck;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Catalogue;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.Journeys;

/// <summary>Any facts with any reading, also those that no conversation should lead to.</summary>
internal static class RandomFacts
{
    private static readonly Uri Page = new("https://maker.example/page");

    /// <summary>How many cases a property is tried with; thousands with LONG=1.</summary>
    public static long Cases { get; } = Environment.GetEnvironmentVariable("LONG") == "1" ? 20_000 : 500;

    private static readonly Gen<string> Id = Gen.OneOf("s-1", "s-2", "d-1", "none", "");
    private static readonly Gen<string> Word =
        Gen.OneOf("Tesla", "Model 3 Long Range", "Kia", "EV6", "Ohme", "Home Pro", "NONE", "ELECTRIC_VEHICLES", "${x}", "");
    private static readonly Gen<DeviceKind> Kind = Gen.Enum<DeviceKind>();
    private static readonly Gen<DeviceAnswer?> Answer = Gen.OneOf<DeviceAnswer?>(
        null, Tesla, Kia, Ohme, Unknown, DeviceAnswer.None, new("Tesla"), new("Ohme"), Tesla with { IsIntegrationLive = false }, new(null));
    private static readonly Gen<string[]> Reasons = Gen.OneOf("DEVICE_DISCONNECTED", "NOT_AT_HOME", "NEW_REASON").Array[0, 2];

    private static readonly Gen<WizardOption[]> Options = Gen.Select(Id, Word, (id, label) => Option(id, label)).Array[0, 4];

    private static readonly Gen<WizardStep> Step = Gen.OneOf<WizardStep>(
        Gen.Select(Id, Options, WizardStep (id, options) => new WizardStep.SelectDeviceType(id, options)),
        Gen.Select(Id, Kind, Options, WizardStep (id, kind, options) => new WizardStep.SelectMake(id, kind, options)),
        Gen.Select(Id, Kind, Options, WizardStep (id, kind, options) => new WizardStep.SelectVariant(id, kind, options)),
        Gen.Select(Id, Options, WizardStep (id, options) => new WizardStep.SelectUserVehicle(id, options)),
        Gen.Select(Id, Options, WizardStep (id, options) => new WizardStep.SelectSessionDevice(id, options)),
        Gen.Select(Id, Gen.Bool.Nullable(), Gen.Bool, Gen.Bool, Reasons, WizardStep (id, ready, started, failed, reasons) =>
            new WizardStep.TestCharge(id, ready, started, started ? null : new(failed, reasons))),
        Gen.Select(
            Id, Gen.Bool.Nullable(), WizardStep (id, ready) => new WizardStep.TestCharge(id, ready, IsStarted: false, Problem: null)),
        Gen.Select(Id, Gen.Enum<WaitReason>(), WizardStep (id, reason) => new WizardStep.Wait(id, reason)),
        Gen.Select(Id, Reasons, WizardStep (id, codes) => new WizardStep.TerminalError(id, codes)),
        Id.Select(WizardStep (id) => new WizardStep.SelectVehicleOrChargePoint(id)),
        Id.Select(WizardStep (id) => new WizardStep.AuthFlow(id, Page, null, null)),
        Id.Select(WizardStep (id) => new WizardStep.UserInputRequired(id, [], null)),
        Id.Select(WizardStep (id) => new WizardStep.UserActionRequired(id, [])),
        Id.Select(WizardStep (id) => new WizardStep.TeslaSetupVirtualKey(id, "key", Page)),
        Id.Select(WizardStep (id) => new WizardStep.UnsupportedCombination(id)),
        Id.Select(WizardStep (id) => new WizardStep.Unknown(id, "New")));

    private static readonly Gen<Consent[]> Consents = Gen.Select(Gen.Enum<ConsentPurpose>(), Gen.Bool, Given).Array[0, 4];

    private static readonly Gen<TestFacts> Test =
        Gen.Select(Maybe(Id), Gen.Bool, Maybe(Reasons.Select(reasons => string.Join(',', reasons))), Gen.Int[0, 5],
        (agreed, advance, reason, tries) =>
            new TestFacts { AgreedForStep = agreed, AgreedInAdvance = advance, RetriedReason = reason, RetriesOfSameReason = tries });

    private static readonly Gen<Refusal?> Refused = Gen.OneOf(
        Gen.Const((Refusal?)null),
        Gen.Select(
            Gen.Enum<WizardProblemKind>(), Maybe(Id), Reasons, Refusal? (kind, step, reasons) => new(kind, "KT-CT-1", reasons, step)));

    private static readonly Gen<Journey> Said =
        Gen.Select(Kind.Nullable(), Answer, Answer, Gen.Bool, Gen.OneOf<DeviceKind?>(null, Car, Charger),
        (kind, vehicle, charger, confirmed, chosen) => Fresh with
        {
            Kind = kind,
            Vehicle = vehicle,
            ChargePoint = charger,
            DevicesConfirmed = confirmed,
            Chosen = chosen,
        });

    public static readonly Gen<Journey> AnyJourney = Gen.Select(Said, Consents, Test, Refused, Gen.Bool, Gen.Int[0, 9], Maybe(Id),
        (said, consents, test, refused, begun, rare, device) => said with
        {
            Consents = consents,
            Test = test,
            Refused = refused,
            Wizard = begun ? new WizardToken("w-1") : null,
            DeviceId = device,
            End = rare == 0 ? JourneyEnd.Silence : null,
            Pending = rare == 1 ? new("k", PendingAction.Complete, "s-1") : null,
        });

    private static readonly Gen<DeviceSnapshot> Devices = Gen.Select(
        Gen.OneOf("ONBOARDING", "LIVE", "RETIRED", "PENDING_LIVE", "NEW_WORD"), Id, Kind, Device);

    public static readonly Gen<TenantView> AnyView =
        Gen.Select(Gen.Bool.Nullable(), Kind.Array[0, 3], Devices.Array[0, 2], Step, Gen.Int[0, 7],
        (eligible, kinds, devices, step, rare) => new TenantView(
            new(eligible, kinds), devices,
            rare switch
            {
                0 => null,
                1 => new(new("w-1"), null, IsComplete: true, IsCancelled: false),
                2 => new(new("w-1"), null, IsComplete: false, IsCancelled: true),
                3 => new(new("w-1"), null, IsComplete: false, IsCancelled: false),
                _ => new(new("w-1"), step, IsComplete: false, IsCancelled: false),
            },
            WizardGone: rare == 0));

    private static Gen<string?> Maybe(Gen<string> gen) => Gen.Select(gen, Gen.Bool, (value, set) => set ? value : null);
}
