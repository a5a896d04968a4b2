using System.Text.Json.Serialization;

namespace SmartFlexBot.KrakenSimulator.Accounts;

/// <summary>A wizard as it was stored.</summary>
/// <param name="Current">Null when complete or cancelled.</param>
/// <param name="Completed">Latest last.</param>
/// <param name="Sequence">Of the step made last: step ids are never used twice.</param>
/// <param name="DeviceId">The device that this wizard registers, once it does.</param>
internal sealed record OnboardingWizard(
    string Id,
    int PropertyId,
    WizardStep? Current,
    IReadOnlyList<WizardStep> Completed,
    int Sequence,
    bool IsCancelled = false,
    string? DeviceId = null)
{
    [JsonIgnore]
    public bool IsComplete => Current is null && !IsCancelled;

    [JsonIgnore]
    public bool IsResumable => Current is not null;

    public string? AnswerTo(string stepType) => Completed.LastOrDefault(step => step.Type == stepType)?.Answer;

    public bool HasDone(string stepType) => Completed.Any(step => step.Type == stepType);
}

/// <param name="Id">Of this instance: a step that comes again has another id.</param>
/// <param name="Type">The object type in the schema.</param>
/// <param name="EnteredAt">Simulated.</param>
/// <param name="Answer">Id of the chosen option, or the choice; null when there is nothing to choose or nothing chosen.</param>
/// <param name="SignInState">Of an AuthFlow.</param>
/// <param name="Error">Why the AuthFlow before this one failed.</param>
internal sealed record WizardStep(
    string Id, string Type, DateTimeOffset EnteredAt, string? Answer = null, string? SignInState = null, string? Error = null)
{
    /// <summary>Id of the "other / none" option of the make lists. An assumption: the schema has no such thing.</summary>
    public const string None = "NONE";
}
