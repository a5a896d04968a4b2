using System.Text.Json.Nodes;

namespace SmartFlexBot.BotFramework.Dialogs;

/// <summary>What a step of a waterfall sees and can do.</summary>
public sealed class WaterfallStepContext
{
    private readonly DialogInstance _instance;
    private readonly Func<object?, CancellationToken, Task<DialogTurnResult>> _next;
    private bool _nextCalled;

    internal WaterfallStepContext(
        DialogContext dialogContext,
        DialogInstance instance,
        DialogReason reason,
        object? result,
        Func<object?, CancellationToken, Task<DialogTurnResult>> next)
    {
        DialogContext = dialogContext;
        _instance = instance;
        Reason = reason;
        Result = result;
        _next = next;
    }

    public DialogContext DialogContext { get; }

    public ITurnContext Context => DialogContext.Context;

    /// <summary>What the waterfall was begun with.</summary>
    public JsonNode? Options => _instance.State["options"];

    /// <summary>What the steps of this waterfall tell each other, also in later turns.</summary>
    public JsonObject Values => _instance.State["values"]!.AsObject();

    /// <summary>What the step before led to: a prompt's value, a dialog's result, the text of a message.</summary>
    public object? Result { get; }

    public DialogReason Reason { get; }

    /// <summary>Goes on with the next step now.</summary>
    /// <exception cref="InvalidOperationException">It was called in this step before.</exception>
    public Task<DialogTurnResult> NextAsync(object? result = null, CancellationToken cancellationToken = default)
    {
        if (_nextCalled)
        {
            throw new InvalidOperationException("A step calls NextAsync once: the next step has run already.");
        }

        _nextCalled = true;
        return _next(result, cancellationToken);
    }

    public Task<DialogTurnResult> BeginDialogAsync(
        string dialogId, JsonNode? options = null, CancellationToken cancellationToken = default) =>
        DialogContext.BeginDialogAsync(dialogId, options, cancellationToken);

    public Task<DialogTurnResult> PromptAsync(string dialogId, PromptOptions options, CancellationToken cancellationToken = default) =>
        DialogContext.PromptAsync(dialogId, options, cancellationToken);

    public Task<DialogTurnResult> EndDialogAsync(object? result = null, CancellationToken cancellationToken = default) =>
        DialogContext.EndDialogAsync(result, cancellationToken);

    public Task<DialogTurnResult> ReplaceDialogAsync(
        string dialogId, JsonNode? options = null, CancellationToken cancellationToken = default) =>
        DialogContext.ReplaceDialogAsync(dialogId, options, cancellationToken);

    public Task<DialogTurnResult> CancelAllDialogsAsync(CancellationToken cancellationToken = default) =>
        DialogContext.CancelAllDialogsAsync(cancellationToken);
}
