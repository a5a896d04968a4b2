namespace SmartFlexBot.BotFramework.Ports;

/// <summary>A change in the outside world that a turn asked for.</summary>
/// <param name="Kind">Names the <see cref="ICommandHandler"/>.</param>
/// <param name="Key">Unique for ever: journey, step and attempt. The store refuses a second one.</param>
/// <param name="Payload">What the handler needs, as JSON. Stored encrypted until there is an outcome.</param>
public sealed record CommandRequest(string Kind, string Key, string Payload);

/// <summary>A command as its handler gets it.</summary>
/// <param name="Conversation">Where the result will enter the inbox.</param>
/// <param name="Attempt">From 1.</param>
public sealed record Command(string Kind, string Key, string Payload, ConversationKey Conversation, int Attempt);

/// <summary>Carries out one kind of command, and finds out afterwards whether it was carried out.</summary>
public interface ICommandHandler
{
    string Kind { get; }

    /// <summary>
    /// Does it, once. An exception leaves the command claimed and without an outcome: it will be reconciled, never repeated blindly.
    /// </summary>
    Task<CommandOutcome> ExecuteAsync(Command command, CancellationToken cancellationToken);

    /// <summary>Finds out what became of a command that was begun and has no outcome, by reading only.</summary>
    Task<Reconciliation> ReconcileAsync(Command command, CancellationToken cancellationToken);
}

/// <summary>
/// What became of a command. A completed one enters the conversation's inbox as a <see cref="CommandResult.EventName"/> event.
/// </summary>
public abstract record CommandOutcome
{
    private CommandOutcome() { }

    /// <param name="Result">JSON for the bot; also when the other side refused: a refusal is an answer.</param>
    public sealed record Completed(string Result) : CommandOutcome;

    /// <summary>It is certain that nothing was changed; the same command is carried out again after the pause.</summary>
    public sealed record TryAgain(TimeSpan After, string Reason) : CommandOutcome;
}

/// <summary>What reading showed about a command without an outcome.</summary>
public abstract record Reconciliation
{
    private Reconciliation() { }

    /// <summary>It was done; this is its outcome.</summary>
    public sealed record Done(CommandOutcome.Completed Outcome) : Reconciliation;

    /// <summary>It was certainly not done: it may be carried out.</summary>
    public sealed record NotDone : Reconciliation;

    /// <summary>Nothing could be read now; look again after the pause.</summary>
    public sealed record LookAgain(TimeSpan After, string Reason) : Reconciliation;

    /// <summary>Reading cannot tell. The outcome says so, and the customer or a person is asked.</summary>
    public sealed record Inconclusive(CommandOutcome.Completed Outcome) : Reconciliation;
}

/// <summary>The event that brings a command's outcome into the conversation.</summary>
public static class CommandResult
{
    /// <summary>Value: {"kind","key","result"}; result is the JSON of <see cref="CommandOutcome.Completed"/>.</summary>
    public const string EventName = "command/result";
}
