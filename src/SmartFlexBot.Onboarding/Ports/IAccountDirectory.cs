using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Onboarding.Ports;

/// <summary>What the tenant knows of an account. Reads only.</summary>
/// <remarks>
/// Every call throws <see cref="TenantUnavailableException"/> when Kraken cannot be read, and <see cref="AccountNotReadableException"/>
/// when it refuses.
/// </remarks>
public interface IAccountDirectory
{
    Task<IReadOnlyList<AccountProperty>> ReadPropertiesAsync(string accountNumber, CancellationToken cancellationToken);

    /// <summary>accountIoEligibility and eligibleDeviceTypes for one property.</summary>
    Task<Eligibility> ReadEligibilityAsync(string accountNumber, int propertyId, CancellationToken cancellationToken);

    /// <summary>The account's devices, retired ones included.</summary>
    Task<IReadOnlyList<DeviceSnapshot>> ReadDevicesAsync(string accountNumber, CancellationToken cancellationToken);
}

/// <param name="Id">Kraken has it as Int in some calls and as ID in others.</param>
/// <param name="Address">One line, for the customer to recognise; null when the tenant does not tell.</param>
public sealed record AccountProperty(int Id, string? Address);

/// <param name="IsEligible">isEligibleForIo; Kraken gives no reason. Null when the tenant does not tell.</param>
public sealed record Eligibility(bool? IsEligible, IReadOnlyList<DeviceKind> DeviceKinds);

/// <summary>A device as <c>devices</c> shows it.</summary>
/// <param name="Lifecycle">
/// status.current: ONBOARDING, ONBOARDING_TEST_IN_PROGRESS, FAILED_ONBOARDING_TEST, PENDING_LIVE, LIVE, RETIRED.
/// </param>
/// <param name="State">status.currentState, the finer word; null on tenants that do not have it.</param>
/// <param name="StateOfCharge">Percent.</param>
/// <param name="TestFailureReason">TestDispatchAssessmentFailureReason; null when none.</param>
public sealed record DeviceSnapshot(
    string Id,
    string? Name,
    DeviceKind Kind,
    string? Make,
    string? Model,
    string? Provider,
    int? PropertyId,
    string Lifecycle,
    string? State,
    decimal? StateOfCharge,
    string? TestFailureReason)
{
    public bool IsLive => Lifecycle == "LIVE";

    /// <summary>status.isSuspended: smart control is switched off, and the device charges as if there were none.</summary>
    public bool IsSuspended { get; init; }

    /// <summary>Kraken has lost contact with it; also one that is LIVE.</summary>
    public bool IsLost => State == "LOST_CONNECTION";

    /// <summary>Tested, and LIVE any moment.</summary>
    public bool IsGoingLive => Lifecycle == "PENDING_LIVE";

    public bool IsRetired => Lifecycle == "RETIRED";

    public bool IsCarOrCharger => Kind is DeviceKind.ElectricVehicle or DeviceKind.ChargePoint;
}

/// <summary>Kraken refuses to show this account to us.</summary>
public sealed class AccountNotReadableException(string? code) : Exception("The account cannot be read.")
{
    public string? Code { get; } = code;
}
