using System.Text.Json;
using System.Text.Json.Serialization;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Onboarding.Wizard;

/// <summary>A change of an onboarding at Kraken, as a command carries it.</summary>
/// <param name="Token">Null when the onboarding is to be started.</param>
/// <param name="StepId">The step that is completed; null for start and cancel.</param>
/// <param name="DeviceId">The device known before the command, to tell a new one from it.</param>
public sealed record WizardCommand(
    WizardChange Action, WizardScope Scope, WizardToken? Token = null, string? StepId = null, AnswerData? Answer = null,
    string? DeviceId = null)
{
    public const string CommandKind = "onboarding";
}

public enum WizardChange
{
    Start,
    Complete,
    Cancel,
}

/// <summary>A <see cref="StepAnswer"/> as JSON: exactly one of the values is set, or none for "done".</summary>
public sealed record AnswerData(string? Option = null, DeviceKind? Integration = null, string? ContinuationUri = null,
    IReadOnlyDictionary<string, string>? Inputs = null)
{
    public static AnswerData From(StepAnswer answer) => answer switch
    {
        StepAnswer.Option option => new(Option: option.OptionId),
        StepAnswer.Integration integration => new(Integration: integration.Kind),
        StepAnswer.SignedIn signedIn => new(ContinuationUri: signedIn.ContinuationUri),
        StepAnswer.Inputs inputs => new(Inputs: inputs.Values),
        _ => new(),
    };

    public StepAnswer ToAnswer() => this switch
    {
        { Option: { } option } => new StepAnswer.Option(option),
        { Integration: { } kind } => new StepAnswer.Integration(kind),
        { ContinuationUri: { } uri } => new StepAnswer.SignedIn(uri),
        { Inputs: { } inputs } => new StepAnswer.Inputs(inputs),
        _ => new StepAnswer.Done(),
    };
}

/// <summary>
/// What became of a <see cref="WizardCommand"/>. Either a token (it was taken) or a refusal; neither when nobody can tell.
/// </summary>
/// <param name="Token">
/// Where the onboarding stands now; its step is read again, not carried here, because addresses in it are secrets.
/// </param>
public sealed record WizardCommandResult(
    WizardToken? Token = null, string? DeviceId = null, WizardProblemKind? Refused = null, string? Code = null,
    IReadOnlyList<string>? Reasons = null, string? RequestId = null)
{
    /// <exception cref="JsonException">Not a result.</exception>
    public static WizardCommandResult Read(string json) =>
        JsonSerializer.Deserialize(json, WizardCommandJson.Default.WizardCommandResult) ?? new();

    [JsonIgnore]
    public bool IsInconclusive => Token is null && Refused is null;

    public static WizardCommandResult From(WizardResult result) => result switch
    {
        WizardResult.Ok { View: var view } => new(view.Token, view.DeviceId),
        WizardResult.Refused { Problem: var problem } => new(
            Refused: problem.Kind, Code: problem.Code, Reasons: problem.Reasons, RequestId: problem.RequestId),
        _ => new(),
    };
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WizardCommand))]
[JsonSerializable(typeof(WizardCommandResult))]
internal sealed partial class WizardCommandJson : JsonSerializerContext;
