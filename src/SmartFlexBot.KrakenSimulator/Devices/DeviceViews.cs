using SmartFlexBot.KrakenSimulator.Accounts;
using SmartFlexBot.KrakenSimulator.Endpoint;

namespace SmartFlexBot.KrakenSimulator.Devices;

/// <summary>A device as <c>devices</c> shows it.</summary>
/// <param name="onboardingWizard">The view of the wizard that is onboarding it; asked for when needed.</param>
internal sealed class DeviceView(Account account, Device device, DeviceStatus status, DateTimeOffset now, Func<object?> onboardingWizard)
    : ITypedView
{
    public string TypeName => device.Form switch
    {
        DeviceForm.Vehicle => "SmartFlexVehicle",
        DeviceForm.ChargePoint => "SmartFlexChargePoint",
        _ => device.DeviceType == "INVERTERS" ? "SmartFlexInverter" : "SmartFlexDevice",
    };

    public string Id => device.Id;

    public string Name => $"{device.Make} {device.Model}";

    public string DeviceType => device.DeviceType;

    public string Provider => device.Provider;

    public string IntegrationDeviceId => device.IntegrationDeviceId;

    public DeviceStatusView Status => new(account.Car, device, status, now);

    public string PropertyId => device.PropertyId.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public IReadOnlyList<object> Alerts { get; } = [];

    public object? OnboardingWizard => onboardingWizard();

    public object? Preferences { get; }

    public object? PreferenceSetting { get; }

    public ReAuthenticationView ReAuthenticationState { get; } = new(false);

    public object? ChargingSessions { get; }

    public string Make => device.Make;

    public string Model => device.Model;

    public object? VehicleVariant { get; }

    public object? ChargePointVariant { get; }

    public object? ChargingPreferences { get; }

    public decimal? VehicleBatterySize => device.BatterySize;

    public decimal? ChargePointPowerOutput => device.PowerInKw;

    public object? Telemetry { get; }
}

internal sealed record ReAuthenticationView(bool IsEligible) : ITypedView
{
    public string TypeName => "DeviceReAuthentication";
}

internal sealed class DeviceStatusView(Car car, Device device, DeviceStatus status, DateTimeOffset now) : ITypedView
{
    public string TypeName => device.Form switch
    {
        DeviceForm.Vehicle => "SmartFlexVehicleStatus",
        DeviceForm.ChargePoint => "SmartFlexChargePointStatus",
        _ => "SmartFlexDeviceStatus",
    };

    public string Current => status.Current;

    public string CurrentState => status.CurrentState;

    public bool IsSuspended => device.IsSuspended;

    /// <summary>A charge point does not know it.</summary>
    public ReadingView? StateOfCharge => device.Form == DeviceForm.Vehicle ? new(now, car.StateOfCharge) : null;

    public ChargeLimitView? StateOfChargeLimit => device.Form == DeviceForm.Vehicle
        ? new(car.ChargeLimit, now.ToString("O", System.Globalization.CultureInfo.InvariantCulture), car.StateOfCharge > car.ChargeLimit)
        : null;

    public string TestDispatchFailureReason => device.Test is { } test && test.HasFailedAt(now) ? test.Failure! : "NONE";

    public ReadingView ActivePower =>
        new(now, status.CurrentState == "TEST_CHARGE_IN_PROGRESS" || car.Charging ? device.PowerInKw ?? 7.4m : 0);
}

internal sealed record ReadingView(DateTimeOffset Timestamp, decimal Value);

internal sealed record ChargeLimitView(int UpperSocLimit, string Timestamp, bool IsLimitViolated);

/// <summary>The V1 view of a device.</summary>
internal sealed class KrakenFlexDeviceView(Account account, Device device, DeviceStatus status, DateTimeOffset now)
{
    private readonly DeviceStatusView _statusView = new(account.Car, device, status, now);

    public string KrakenflexDeviceId => device.Id;

    public string Provider => device.Provider;

    public string DeviceType => device.DeviceType;

    public string? VehicleMake => device.Form == DeviceForm.Vehicle ? device.Make : null;

    public string? VehicleModel => device.Form == DeviceForm.Vehicle ? device.Model : null;

    public decimal? VehicleBatterySizeInKwh => device.BatterySize;

    public string? ChargePointMake => device.Form == DeviceForm.ChargePoint ? device.Make : null;

    public string? ChargePointModel => device.Form == DeviceForm.ChargePoint ? device.Model : null;

    public decimal? ChargePointPowerInKw => device.PowerInKw;

    public string Status => status.Current;

    public bool Suspended => device.IsSuspended;

    public bool HasToken => !device.IsRetired;

    public DateTimeOffset CreatedAt => device.RegisteredAt;

    public ChargeLimitView? StateOfChargeLimit => _statusView.StateOfChargeLimit;

    public string TestDispatchFailureReason => _statusView.TestDispatchFailureReason;
}
