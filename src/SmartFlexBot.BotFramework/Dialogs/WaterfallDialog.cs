using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.BotFramework.Dialogs;

/// <summary>One step of a <see cref="WaterfallDialog"/>: ends with one of the methods of <paramref name="step"/>.</summary>
public delegate Task<DialogTurnResult> WaterfallStep(WaterfallStepContext step, CancellationToken cancellationToken);

/// <summary>
/// Steps in a row. State names the step that waits, never its position, so that steps can be added, moved and renamed while
/// customers are in the middle. When their step is gone, they begin at the first one with their values kept.
/// </summary>
public sealed class WaterfallDialog(string id, string version = "1") : Dialog(id, version)
{
    private const string StepKey = "step";
    private readonly List<(string Name, WaterfallStep Run)> _steps = [];
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <param name="formerNames">What earlier versions called this step.</param>
    /// <exception cref="ArgumentException">Another step has or had one of these names.</exception>
    public WaterfallDialog AddStep(string name, WaterfallStep step, IReadOnlyList<string>? formerNames = null)
    {
        foreach (var known in (string[])[name, .. formerNames ?? []])
        {
            if (!_names.TryAdd(known, name))
            {
                throw new ArgumentException($"Dialog '{Id}' has a step '{known}' already.", nameof(name));
            }
        }

        _steps.Add((name, step));
        return this;
    }

    public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, JsonNode? options, CancellationToken cancellationToken)
    {
        var state = dc.ActiveDialog!.State;
        state["options"] = options?.DeepClone();
        state["values"] = new JsonObject();
        return RunStepAsync(dc, 0, DialogReason.BeginCalled, null, cancellationToken);
    }

    /// <summary>A message continues with the next step and its text as the result; anything else leaves the step waiting.</summary>
    public override Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken) =>
        dc.Context.Activity.Type == ActivityTypes.Message
            ? ResumeDialogAsync(dc, DialogReason.ContinueCalled, dc.Context.Activity.Text, cancellationToken)
            : Task.FromResult(EndOfTurn);

    public override Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object? result, CancellationToken cancellationToken) =>
        StoredStep(dc.ActiveDialog!) is { } index
            ? RunStepAsync(dc, index + 1, reason, result, cancellationToken)
            : RunStepAsync(dc, 0, DialogReason.BeginCalled, null, cancellationToken);

    internal async Task<DialogTurnResult> RunStepAsync(
        DialogContext dc, int index, DialogReason reason, object? result, CancellationToken cancellationToken)
    {
        if (index >= _steps.Count)
        {
            return await dc.EndDialogAsync(result, cancellationToken);
        }

        var instance = dc.ActiveDialog!;
        instance.Version = Version;
        instance.State[StepKey] = _steps[index].Name;
        if (instance.State["values"] is not JsonObject)
        {
            instance.State["values"] = new JsonObject();
        }

        var step = new WaterfallStepContext(dc, instance, reason, result,
            (next, token) => RunStepAsync(dc, index + 1, DialogReason.NextCalled, next, token));
        return await _steps[index].Run(step, cancellationToken);
    }

    private int? StoredStep(DialogInstance instance) =>
        instance.State[StepKey] is JsonValue value && value.TryGetValue<string>(out var stored) && _names.TryGetValue(stored, out var name)
            ? _steps.FindIndex(step => step.Name == name)
            : null;
}
