namespace SmartFlexBot.BotFramework.Dialogs;

/// <summary>
/// Something the customer may say at any question: help, status, a person. It is asked before the active dialog, the outer set
/// first. The question keeps its place: a dialog begun here returns to it when it ends, and one that only answers may call
/// <see cref="DialogContext.RepromptDialogAsync"/>.
/// </summary>
public interface IInterruption
{
    /// <returns>
    /// What the turn comes to (<see cref="Dialog.EndOfTurn"/> after an answer, or what a method of <paramref name="dc"/> returned);
    /// null when this is no interruption. One that begins a dialog looks first whether that is the active one already.
    /// </returns>
    Task<DialogTurnResult?> OnInterruptionAsync(DialogContext dc, CancellationToken cancellationToken);
}
