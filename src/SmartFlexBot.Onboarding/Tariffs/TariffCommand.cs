using System.Text.Json;
using System.Text.Json.Serialization;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Onboarding.Tariffs;

/// <summary>Reading an offer, or a change of the tariff at Kraken, as a command carries it.</summary>
/// <param name="Agreed">What the customer agreed to; null for <see cref="TariffChange.Read"/>.</param>
/// <param name="SwitchId">The switch whose terms are accepted; null for the others.</param>
/// <param name="RetriedAfter">A stopped switch that says nothing about this command.</param>
public sealed record TariffCommand(
    TariffChange Action, TariffScope Scope, TariffAgreement? Agreed = null, bool HalfHourlyReadings = false, string? SwitchId = null,
    string? RetriedAfter = null)
{
    public const string CommandKind = "tariff";

    /// <exception cref="JsonException">Not a tariff command.</exception>
    public static TariffCommand Read(string payload) =>
        JsonSerializer.Deserialize(payload, TariffCommandJson.Default.TariffCommand)
            ?? throw new JsonException("A tariff command has a payload.");

    public string Write() => JsonSerializer.Serialize(this, TariffCommandJson.Default.TariffCommand);
}

public enum TariffChange
{
    Read,
    Begin,
    AcceptTerms,
}

/// <summary>What became of a <see cref="TariffCommand"/>.</summary>
/// <param name="Reading">What was read; set for a reading, and when the offer is no longer what was agreed to.</param>
/// <param name="Switch">The switch, once there is one.</param>
/// <param name="Refused">Set when Kraken refused.</param>
public sealed record TariffCommandResult(
    TariffReading? Reading = null, TariffSwitch? Switch = null, TariffProblemKind? Refused = null, string? Code = null)
{
    public static TariffCommandResult From(TariffResult result) => result switch
    {
        TariffResult.Ok { Switch: var begun } => new(Switch: begun),
        TariffResult.Refused { Kind: var kind, Code: var code } => new(Refused: kind, Code: code),
        _ => new(Refused: TariffProblemKind.Unknown),
    };

    /// <exception cref="JsonException">Not a result.</exception>
    public static TariffCommandResult Read(string json) =>
        JsonSerializer.Deserialize(json, TariffCommandJson.Default.TariffCommandResult) ?? new();

    public string Write() => JsonSerializer.Serialize(this, TariffCommandJson.Default.TariffCommandResult);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TariffCommand))]
[JsonSerializable(typeof(TariffCommandResult))]
internal sealed partial class TariffCommandJson : JsonSerializerContext;
