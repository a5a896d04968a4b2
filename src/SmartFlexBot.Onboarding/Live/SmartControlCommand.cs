using System.Text.Json;
using System.Text.Json.Serialization;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Onboarding.Live;

/// <summary>Smart control of a device is turned off or on, as a command carries it.</summary>
public sealed record SmartControlCommand(string AccountNumber, string DeviceId, ControlAction Action)
{
    public const string CommandKind = "smart-control";

    /// <exception cref="JsonException">Not such a command.</exception>
    public static SmartControlCommand Read(string payload) =>
        JsonSerializer.Deserialize(payload, SmartControlCommandJson.Default.SmartControlCommand)
            ?? throw new JsonException("A smart control command has a payload.");

    public string Write() => JsonSerializer.Serialize(this, SmartControlCommandJson.Default.SmartControlCommand);
}

/// <summary>What became of a <see cref="SmartControlCommand"/>.</summary>
/// <param name="Refused">Null when it was taken.</param>
public sealed record SmartControlResult(ControlAction Action, WizardProblemKind? Refused = null)
{
    /// <exception cref="JsonException">Not a result.</exception>
    public static SmartControlResult? Read(string json) =>
        JsonSerializer.Deserialize(json, SmartControlCommandJson.Default.SmartControlResult);

    public string Write() => JsonSerializer.Serialize(this, SmartControlCommandJson.Default.SmartControlResult);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SmartControlCommand))]
[JsonSerializable(typeof(SmartControlResult))]
internal sealed partial class SmartControlCommandJson : JsonSerializerContext;
