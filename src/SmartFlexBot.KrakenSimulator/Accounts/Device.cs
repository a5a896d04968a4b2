using System.Text.Json.Serialization;

namespace SmartFlexBot.KrakenSimulator.Accounts;

/// <summary>A registration as it was stored. What it looks like now is <see cref="DeviceStatus"/>.</summary>
internal sealed record Device
{
    /// <summary>A UUID; registering the same thing again gives another.</summary>
    public required string Id { get; init; }

    public required int PropertyId { get; init; }

    public required DeviceForm Form { get; init; }

    /// <summary>A KrakenFlexDeviceTypes value; ELECTRIC_VEHICLES for charge points too.</summary>
    public required string DeviceType { get; init; }

    /// <summary>A ProviderChoices value.</summary>
    public required string Provider { get; init; }

    public required string Make { get; init; }

    public required string Model { get; init; }

    /// <summary>Of the car, in kWh.</summary>
    public decimal? BatterySize { get; init; }

    /// <summary>Of the charge point, in kW.</summary>
    public decimal? PowerInKw { get; init; }

    public required string IntegrationDeviceId { get; init; }

    /// <summary>Simulated; a device is not visible before.</summary>
    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>The latest test charge.</summary>
    public TestCharge? Test { get; init; }

    public bool IsSuspended { get; init; }

    public bool IsRetired { get; init; }

    [JsonIgnore]
    public bool NeedsVirtualKey => Form == DeviceForm.Vehicle && Provider == "TESLA";

    /// <summary>Cars and charge points prove themselves with a test charge; the others are live when registered.</summary>
    [JsonIgnore]
    public bool NeedsTest => Form != DeviceForm.Other;
}

internal enum DeviceForm
{
    Vehicle,
    ChargePoint,
    Other,
}

/// <param name="StartedAt">Simulated.</param>
/// <param name="EndsAt">Simulated; moved forward when the car is unplugged or driven away.</param>
/// <param name="Failure">TestDispatchAssessmentFailureReason; null when it passes.</param>
internal sealed record TestCharge(DateTimeOffset StartedAt, DateTimeOffset EndsAt, string? Failure)
{
    public bool IsRunningAt(DateTimeOffset now) => now < EndsAt;

    public bool HasFailedAt(DateTimeOffset now) => now >= EndsAt && Failure is not null;

    public bool HasPassedAt(DateTimeOffset now) => now >= EndsAt && Failure is null;
}
