using System.Text.Json.Nodes;

namespace SmartFlexBot.BotFramework.Dialogs;

/// <summary>
/// One exchange with the customer: a question, a sequence. A dialog object is shared by all conversations and keeps
/// nothing of its own; what it must remember is JSON in its <see cref="DialogInstance.State"/>.
/// </summary>
public abstract class Dialog(string id, string version = "1")
{
    /// <summary>What a dialog returns that now waits for the customer.</summary>
    public static DialogTurnResult EndOfTurn { get; } = new(DialogTurnStatus.Waiting);

    /// <summary>Names the dialog in its set and in stored state: renaming it makes conversations that are in it start over.</summary>
    public string Id { get; } = !string.IsNullOrWhiteSpace(id) ? id : throw new ArgumentException("A dialog needs an id.", nameof(id));

    /// <summary>Of the dialog's definition; stored with each instance.</summary>
    public string Version { get; } = version;

    /// <summary>Called when the dialog was pushed onto the stack; its own instance is <see cref="DialogContext.ActiveDialog"/>.</summary>
    public abstract Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, JsonNode? options, CancellationToken cancellationToken);

    /// <summary>Called with each activity that arrives while the dialog is active. Unless overridden, the dialog ends.</summary>
    public virtual Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken) =>
        dc.EndDialogAsync(null, cancellationToken);

    /// <summary>Called when the dialog that was above this one has ended. Unless overridden, this one ends with the same result.</summary>
    public virtual Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object? result, CancellationToken cancellationToken) =>
        dc.EndDialogAsync(result, cancellationToken);

    /// <summary>Called before the dialog leaves the stack.</summary>
    public virtual Task EndDialogAsync(
        DialogContext dc, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>
    /// Tells, before anything runs, whether this dialog can go on with what an older version of it stored. When one on the stack
    /// cannot, the whole stack is given up (<see cref="DialogContext.Lost"/>).
    /// </summary>
    protected internal virtual bool CanContinue(DialogInstance instance) => true;
}
