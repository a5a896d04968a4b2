namespace SmartFlexBot.BotFramework.Dialogs;

/// <param name="Result">What the last dialog returned; a plain object that lives for this turn only.</param>
public sealed record DialogTurnResult(DialogTurnStatus Status, object? Result = null);

public enum DialogTurnStatus
{
    /// <summary>Nothing is on the stack.</summary>
    Empty,

    /// <summary>The active dialog waits for the customer.</summary>
    Waiting,

    /// <summary>The last dialog ended; its result is there and the stack is empty.</summary>
    Complete,

    /// <summary>All dialogs were cancelled.</summary>
    Cancelled,
}

/// <summary>Why a dialog's method is being called.</summary>
public enum DialogReason
{
    BeginCalled,
    ContinueCalled,
    EndCalled,
    ReplaceCalled,
    CancelCalled,
    NextCalled,
}
