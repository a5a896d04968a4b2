using System.Text.Json;
using System.Text.Json.Serialization;

namespace SmartFlexBot.Onboarding.Ports;

/// <summary>The payload of an "onboarding" watch: what to look at. Its states are <see cref="OnboardingSighting"/>s.</summary>
/// <param name="Token">The onboarding; null when only a device is waited for.</param>
/// <param name="DeviceId">The device, once known; null lets the reader find it through the onboarding.</param>
public sealed record OnboardingWatch(WizardScope Scope, WizardToken? Token, string? DeviceId = null)
{
    /// <summary>The kind of watch that this is the payload of.</summary>
    public const string Kind = "onboarding";

    /// <exception cref="JsonException">Not a payload.</exception>
    public static OnboardingWatch Read(string json) =>
        JsonSerializer.Deserialize(json, OnboardingWatchJson.Default.OnboardingWatch) is { Scope: not null } watch
            ? watch
            : throw new JsonException("A payload names its scope.");

    public string Write() => JsonSerializer.Serialize(this, OnboardingWatchJson.Default.OnboardingWatch);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(OnboardingWatch))]
[JsonSerializable(typeof(OnboardingSighting))]
internal sealed partial class OnboardingWatchJson : JsonSerializerContext;
