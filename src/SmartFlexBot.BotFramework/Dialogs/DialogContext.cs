using System.Text.Json;
using System.Text.Json.Nodes;

namespace SmartFlexBot.BotFramework.Dialogs;

/// <summary>A stack of dialogs in the turn that moves it.</summary>
public sealed class DialogContext
{
    /// <summary>Dialogs on top of each other, those inside components included.</summary>
    public const int MaximumDepth = 32;

    private readonly DialogStack _stack;

    private DialogContext(DialogSet dialogs, ITurnContext context, JsonObject holder, DialogContext? parent)
    {
        Dialogs = dialogs;
        Context = context;
        Parent = parent;
        _stack = new DialogStack(holder);
    }

    public DialogSet Dialogs { get; }

    public ITurnContext Context { get; }

    /// <summary>The context of the component that this stack is inside of; null for the outermost.</summary>
    public DialogContext? Parent { get; }

    /// <summary>
    /// True when there was a stack that could not be continued (a dialog that is gone, unreadable state): it was removed, and the
    /// caller goes on from what it knows.
    /// </summary>
    public bool Lost { get; private set; }

    /// <summary>The active dialog first.</summary>
    public IReadOnlyList<DialogInstance> Stack => _stack.Instances;

    public DialogInstance? ActiveDialog => _stack.Top;

    /// <summary>The stack inside the active dialog when that is a component; else null.</summary>
    public DialogContext? Child =>
        ActiveDialog is { } active && FindDialog(active.Id) is ComponentDialog component ? component.CreateChildContext(this, active) : null;

    private int Depth => _stack.Count + (Parent?.Depth ?? 0);

    /// <summary>A dialog of this set or, when it has none of this id, of the sets around it.</summary>
    public Dialog? FindDialog(string dialogId) => Dialogs.Find(dialogId) ?? Parent?.FindDialog(dialogId);

    /// <summary>Pushes a dialog and begins it.</summary>
    /// <param name="options">Copied into the dialog's state.</param>
    /// <exception cref="InvalidOperationException">There is no such dialog, or the stack is <see cref="MaximumDepth"/> deep.</exception>
    public Task<DialogTurnResult> BeginDialogAsync(
        string dialogId, JsonNode? options = null, CancellationToken cancellationToken = default)
    {
        var dialog = Required(dialogId);
        if (Depth >= MaximumDepth)
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

    /// <summary>Gives the turn's activity to the interruptions and then to the active dialog.</summary>
    public async Task<DialogTurnResult> ContinueDialogAsync(CancellationToken cancellationToken = default)
    {
        if (ActiveDialog is not { } active)
        {
            return new DialogTurnResult(DialogTurnStatus.Empty);
        }

        foreach (var interruption in Dialogs.Interruptions)
        {
            if (await interruption.OnInterruptionAsync(this, cancellationToken) is { } result)
            {
                return result;
            }
        }

        return await Required(active.Id).ContinueDialogAsync(this, cancellationToken);
    }

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
    /// <param name="cancelParents">Also those of the stacks around it.</param>
    public async Task<DialogTurnResult> CancelAllDialogsAsync(bool cancelParents = false, CancellationToken cancellationToken = default)
    {
        var status = ActiveDialog is null ? DialogTurnStatus.Empty : DialogTurnStatus.Cancelled;
        while (ActiveDialog is not null)
        {
            await EndActiveDialogAsync(DialogReason.CancelCalled, cancellationToken);
        }

        return cancelParents && Parent is not null
            ? await Parent.CancelAllDialogsAsync(cancelParents, cancellationToken)
            : new DialogTurnResult(status);
    }

    /// <summary>Asks the open question again.</summary>
    public Task RepromptDialogAsync(CancellationToken cancellationToken = default) =>
        ActiveDialog is { } active ? Required(active.Id).RepromptDialogAsync(this, active, cancellationToken) : Task.CompletedTask;

    internal static DialogContext Open(DialogSet dialogs, ITurnContext context)
    {
        var dc = new DialogContext(dialogs, context, context.State.Values, parent: null);
        if (!dc.CanContinue())
        {
            dc._stack.Clear();
            dc.Lost = true;
        }

        return dc;
    }

    internal DialogContext Inside(DialogInstance instance, DialogSet dialogs) => new(dialogs, Context, instance.State, this);

    internal bool CanContinue() =>
        _stack.IsReadable() && Depth <= MaximumDepth
        && Stack.All(instance => FindDialog(instance.Id) is { } dialog && dialog.CanContinue(this, instance));

    private async Task EndActiveDialogAsync(DialogReason reason, CancellationToken cancellationToken)
    {
        if (ActiveDialog is not { } active)
        {
            return;
        }

        await Required(active.Id).EndDialogAsync(this, active, reason, cancellationToken);
        _stack.Pop();
    }

    private Dialog Required(string dialogId) => FindDialog(dialogId)
        ?? throw new InvalidOperationException($"There is no dialog '{dialogId}' here. Add it to the set before a turn runs.");
}
