using System.Text.Json;
using System.Text.Json.Nodes;

namespace SmartFlexBot.BotFramework.Dialogs;

/// <summary>A stack of dialogs in the turn that moves it.</summary>
public sealed class DialogContext
{
    /// <summary>Dialogs on top of each other.</summary>
    public const int MaximumDepth = 32;

    private readonly DialogStack _stack;

    private DialogContext(DialogSet dialogs, ITurnContext context)
    {
        Dialogs = dialogs;
        Context = context;
        _stack = new DialogStack(context.State.Values);
    }

    public DialogSet Dialogs { get; }

    public ITurnContext Context { get; }

    /// <summary>
    /// True when there was a stack that could not be continued (a dialog that is gone, unreadable state): it was removed, and the
    /// caller goes on from what it knows.
    /// </summary>
    public bool Lost { get; private set; }

    /// <summary>The active dialog first.</summary>
    public IReadOnlyList<DialogInstance> Stack => _stack.Instances;

    public DialogInstance? ActiveDialog => _stack.Top;

    /// <summary>Pushes a dialog and begins it.</summary>
    /// <param name="options">Copied into the dialog's state.</param>
    /// <exception cref="InvalidOperationException">There is no such dialog, or the stack is <see cref="MaximumDepth"/> deep.</exception>
    public Task<DialogTurnResult> BeginDialogAsync(
        string dialogId, JsonNode? options = null, CancellationToken cancellationToken = default)
    {
        var dialog = Required(dialogId);
        if (_stack.Count >= MaximumDepth)
        {
            throw new InvalidOperationException(
                $"'{dialogId}' would be dialog {MaximumDepth + 1} on the stack: dialogs begin each other without end. Use ReplaceDialogAsync for loops.");
        }

        _stack.Push(dialog.Id, dialog.Version);
        return dialog.BeginDialogAsync(this, options, cancellationToken);
    }

    /// <summary>Begins a prompt.</summary>
    public Task<DialogTurnResult> PromptAsync(string dialogId, PromptOptions options, CancellationToken cancellationToken = default) =>
        BeginDialogAsync(dialogId, JsonSerializer.SerializeToNode(options, DialogJson.Default.PromptOptions), cancellationToken);

    /// <summary>Gives the turn's activity to the active dialog.</summary>
    public Task<DialogTurnResult> ContinueDialogAsync(CancellationToken cancellationToken = default) => ActiveDialog is { } active
        ? Required(active.Id).ContinueDialogAsync(this, cancellationToken)
        : Task.FromResult(new DialogTurnResult(DialogTurnStatus.Empty));

    /// <summary>Ends the active dialog; the one below is resumed with the result.</summary>
    public async Task<DialogTurnResult> EndDialogAsync(object? result = null, CancellationToken cancellationToken = default)
    {
        await EndActiveDialogAsync(DialogReason.EndCalled, cancellationToken);
        return ActiveDialog is { } below
            ? await Required(below.Id).ResumeDialogAsync(this, DialogReason.EndCalled, result, cancellationToken)
            : new DialogTurnResult(DialogTurnStatus.Complete, result);
    }

    /// <summary>Ends the active dialog and begins another in its place.</summary>
    public async Task<DialogTurnResult> ReplaceDialogAsync(
        string dialogId, JsonNode? options = null, CancellationToken cancellationToken = default)
    {
        Required(dialogId);
        // The options may be a part of the state that goes with the ended dialog.
        var kept = options?.DeepClone();
        await EndActiveDialogAsync(DialogReason.ReplaceCalled, cancellationToken);
        return await BeginDialogAsync(dialogId, kept, cancellationToken);
    }

    /// <summary>Ends every dialog of this stack, the active one first.</summary>
    public async Task<DialogTurnResult> CancelAllDialogsAsync(CancellationToken cancellationToken = default)
    {
        var status = ActiveDialog is null ? DialogTurnStatus.Empty : DialogTurnStatus.Cancelled;
        while (ActiveDialog is not null)
        {
            await EndActiveDialogAsync(DialogReason.CancelCalled, cancellationToken);
        }

        return new DialogTurnResult(status);
    }

    internal static DialogContext Open(DialogSet dialogs, ITurnContext context)
    {
        var dc = new DialogContext(dialogs, context);
        if (!dc.CanContinue())
        {
            dc._stack.Clear();
            dc.Lost = true;
        }

        return dc;
    }

    private bool CanContinue() =>
        _stack.IsReadable() && _stack.Count <= MaximumDepth
        && Stack.All(instance => Dialogs.Find(instance.Id) is { } dialog && dialog.CanContinue(instance));

    private async Task EndActiveDialogAsync(DialogReason reason, CancellationToken cancellationToken)
    {
        if (ActiveDialog is not { } active)
        {
            return;
        }

        await Required(active.Id).EndDialogAsync(this, active, reason, cancellationToken);
        _stack.Pop();
    }

    private Dialog Required(string dialogId) => Dialogs.Find(dialogId)
        ?? throw new InvalidOperationException($"There is no dialog '{dialogId}' here. Add it to the set before a turn runs.");
}
