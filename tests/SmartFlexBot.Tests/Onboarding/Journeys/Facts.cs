using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Tests.Onboarding.Journeys;

/// <summary>Journeys and readings to build cases from.</summary>
internal static class Facts
{
    public const DeviceKind Car = DeviceKind.ElectricVehicle;
    public const DeviceKind Charger = DeviceKind.ChargePoint;

    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    public static readonly DeviceAnswer Tesla = new("Tesla", "Model 3 Long Range", BatterySize: 75, VariantId: "v-tesla");
    public static readonly DeviceAnswer Kia = new("Kia", "EV6");
    public static readonly DeviceAnswer Ohme = new("Ohme", "Home Pro", PowerInKw: 7.4m);
    public static readonly DeviceAnswer Unknown = new(Make: null, IsUnknown: true, Words: "a Zorg 9");

    public static readonly Journey Fresh = new() { AccountNumber = "A-1", PropertyId = 7, StartedAt = Noon, HeardAt = Noon };
    public static readonly Journey Named = Fresh with { Vehicle = Tesla, ChargePoint = Ohme };
    public static readonly Journey Confirmed = Named with { DevicesConfirmed = true, Chosen = Car };
    public static readonly Journey Agreed = Confirmed
        with
    { Consents = [Given(ConsentPurpose.DataAndLocation), Given(ConsentPurpose.Control)] };
    public static readonly Journey Begun = Agreed with { Wizard = new WizardToken("w-1") };

    public static readonly TenantView Nothing = new(new(true, [Car, Charger]), [], Wizard: null, WizardGone: false);

    public static Consent Given(ConsentPurpose purpose, bool granted = true) => new(purpose, granted, "2026-11", "I agree", Noon);

    public static TenantView At(WizardStep step) => Nothing with { Wizard = new(new("w-1"), step, IsComplete: false, IsCancelled: false) };

    public static TenantView With(params DeviceSnapshot[] devices) => Nothing with { Devices = devices };

    public static DeviceSnapshot Device(string lifecycle, string id = "d-1", DeviceKind kind = Car) =>
        new(id, null, kind, "Tesla", "Model 3", "TESLA", 7, lifecycle, null, null, null);

    public static Refusal Refused(WizardProblemKind kind, string? stepId = null, params string[] reasons) =>
        new(kind, "KT-CT-1", reasons, stepId);

    public static WizardOption Option(string id, string label) => new(id, label);
}
