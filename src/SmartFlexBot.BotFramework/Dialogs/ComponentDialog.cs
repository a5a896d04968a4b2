using System.Text.Json.Nodes;

namespace SmartFlexBot.BotFramework.Dialogs;

/// <summary>Dialogs that look like one from the outside: they have a set and a stack of their own, kept in this dialog's state.</summary>
public class ComponentDialog(string id, string version = "1") : Dialog(id, version)
{
    private string? _initialDialogId;

    /// <summary>What the component begins with: the dialog that was added first, unless set.</summary>
    /// <exception cref="InvalidOperationException">Nothing was added.</exception>
    public string InitialDialogId
    {
        get => _initialDialogId ?? throw new InvalidOperationException($"Component '{Id}' has no dialogs. Call AddDialog.");
        set => _initialDialogId = value;
    }

    public DialogSet Dialogs { get; } = new();

    public ComponentDialog AddDialog(Dialog dialog)
    {
        Dialogs.Add(dialog);
        _initialDialogId ??= dialog.Id;
        return this;
    }

    public ComponentDialog AddInterruption(IInterruption interruption)
    {
        Dialogs.Add(interruption);
        return this;
    }

    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, JsonNode? options, CancellationToken cancellationToken)
    {
        var self = dc.ActiveDialog!;
        return await FinishAsync(dc, self, await OnBeginDialogAsync(CreateChildContext(dc, self), options, cancellationToken), cancellationToken);
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken)
    {
        var self = dc.ActiveDialog!;
        return await FinishAsync(dc, self, await OnContinueDialogAsync(CreateChildContext(dc, self), cancellationToken), cancellationToken);
    }

    /// <summary>A dialog on the outer stack has ended: the open question inside is asked again.</summary>
    public override async Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object? result, CancellationToken cancellationToken)
    {
        await RepromptDialogAsync(dc, dc.ActiveDialog!, cancellationToken);
        return EndOfTurn;
    }

    public override Task RepromptDialogAsync(DialogContext dc, DialogInstance instance, CancellationToken cancellationToken) =>
        CreateChildContext(dc, instance).RepromptDialogAsync(cancellationToken);

    public override Task EndDialogAsync(
        DialogContext dc, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken) =>
        reason is DialogReason.CancelCalled or DialogReason.ReplaceCalled
            ? CreateChildContext(dc, instance).CancelAllDialogsAsync(cancelParents: false, cancellationToken)
            : Task.CompletedTask;

    internal DialogContext CreateChildContext(DialogContext dc, DialogInstance instance) => dc.Inside(instance, Dialogs);

    protected virtual Task<DialogTurnResult> OnBeginDialogAsync(
        DialogContext innerDc, JsonNode? options, CancellationToken cancellationToken) =>
        innerDc.BeginDialogAsync(InitialDialogId, options, cancellationToken);

    protected virtual Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken) =>
        innerDc.ContinueDialogAsync(cancellationToken);

    protected internal override bool CanContinue(DialogContext dc, DialogInstance instance) => CreateChildContext(dc, instance).CanContinue();

    private static Task<DialogTurnResult> FinishAsync(
        DialogContext dc, DialogInstance self, DialogTurnResult inner, CancellationToken cancellationToken) =>
        // What ran inside may have cancelled or replaced this component on the outer stack; then there is nothing left to end.
        inner.Status == DialogTurnStatus.Waiting || !self.Is(dc.ActiveDialog)
            ? Task.FromResult(inner)
            : dc.EndDialogAsync(inner.Result, cancellationToken);
}
