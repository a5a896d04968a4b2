using System.Text.Json;
using System.Text.Json.Serialization;

namespace SmartFlexBot.Onboarding.Ports;

/// <summary>
/// An onboarding and its device as a watch saw them: the state of an "onboarding" watch. Only what a customer would want to hear
/// about is in it, so that it differs, as text, only when there is something to tell.
/// </summary>
/// <param name="Step">The name of the current <see cref="WizardStep"/> record, such as "TestCharge"; null when there is none.</param>
/// <param name="StepId">Of this instance of the step.</param>
/// <param name="IsComplete">The steps are done; whether the device is LIVE is in <see cref="Lifecycle"/>.</param>
/// <param name="IsReady">As in <see cref="WizardStep.TestCharge"/>.</param>
/// <param name="Problem">As in <see cref="WizardStep.TestCharge"/>.</param>
/// <param name="Error">
/// What the step itself complains of, such as "access_denied" at the sign-in; for a wait, its <see cref="WaitReason"/>.
/// </param>
/// <param name="Lifecycle">The device's status.current, as in <see cref="DeviceSnapshot"/>; null while there is no device.</param>
/// <param name="State">The device's status.currentState.</param>
public sealed record OnboardingSighting(
    string? Step = null,
    string? StepId = null,
    bool IsComplete = false,
    bool IsCancelled = false,
    bool? IsReady = null,
    bool IsStarted = false,
    TestChargeProblem? Problem = null,
    string? Error = null,
    string? DeviceId = null,
    string? Lifecycle = null,
    string? State = null)
{
    [JsonIgnore]
    public bool IsLive => Lifecycle == "LIVE";

    [JsonIgnore]
    public bool IsRetired => Lifecycle == "RETIRED";

    /// <exception cref="JsonException">Not a sighting.</exception>
    public static OnboardingSighting Read(string json) =>
        JsonSerializer.Deserialize(json, OnboardingWatchJson.Default.OnboardingSighting)
            ?? throw new JsonException("A sighting is an object.");

    public string Write() => JsonSerializer.Serialize(this, OnboardingWatchJson.Default.OnboardingSighting);
}
