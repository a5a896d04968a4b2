using System.Text.Json.Serialization;

namespace SmartFlexBot.Onboarding.Journeys;

/// <summary>What the customer said about their car or charge point.</summary>
/// <param name="Make">As the tenant spells it; null when only "none" or an unknown brand was said.</param>
/// <param name="Model">Null while only the make is known.</param>
/// <param name="IsNone">The customer has none.</param>
/// <param name="IsUnknown">
/// It cannot be connected: the tenant does not have it, or nobody knows the brand, which is in the customer's <paramref name="Words"/>.
/// </param>
/// <param name="Words">What the customer wrote; personal, never logged.</param>
/// <param name="BatterySize">kWh, when known.</param>
/// <param name="PowerInKw">kW, when known.</param>
/// <param name="VariantId">The tenant's id of the variant, when it has one.</param>
/// <param name="IsIntegrationLive">Whether Kraken can control it today; null when the tenant does not tell.</param>
/// <param name="IsSetAside">The customer was told that it cannot be connected, and goes on without it.</param>
public sealed record DeviceAnswer(
    string? Make,
    string? Model = null,
    bool IsNone = false,
    bool IsUnknown = false,
    string? Words = null,
    decimal? BatterySize = null,
    decimal? PowerInKw = null,
    string? VariantId = null,
    bool? IsIntegrationLive = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsSetAside = false)
{
    public static DeviceAnswer None { get; } = new(Make: null, IsNone: true);

    /// <summary>Nothing more has to be asked about it.</summary>
    public bool IsComplete => IsNone || IsUnknown || (Make is not null && Model is not null);

    /// <summary>It can be connected, as far as the answer goes.</summary>
    public bool IsDevice => Make is not null && !IsNone && !IsUnknown;

    /// <summary>Make and model as shown to the customer: never translated.</summary>
    public string DisplayName => Model is null || Make is null || Model.StartsWith(Make, StringComparison.OrdinalIgnoreCase)
        ? Model ?? Make ?? Words ?? ""
        : $"{Make} {Model}";
}
