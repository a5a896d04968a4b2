namespace SmartFlexBot.BotFramework.Ports;

/// <summary>
/// Receives what bots recorded with <see cref="ITurnEffects.RecordEvent"/>, after the commit, at least once, those of one subject in order.
/// </summary>
public interface IBusinessEventSink
{
    /// <summary>Must not throw for what the other side answers: the class of error is the result.</summary>
    Task<EventReceipt> TakeAsync(BusinessEvent businessEvent, CancellationToken cancellationToken);
}

/// <summary>What a sink made of an event.</summary>
public abstract record EventReceipt
{
    private EventReceipt() { }

    public sealed record Taken : EventReceipt;

    /// <summary>Not now: it is offered again, for as long as it takes.</summary>
    /// <param name="After">The shortest pause that the other side asked for.</param>
    /// <param name="Reason">For operators; never an event's content.</param>
    public sealed record Later(TimeSpan After, string Reason) : EventReceipt;

    /// <summary>The other side does not want it: it is offered some more times, and is a dead letter then.</summary>
    /// <inheritdoc cref="Later" path="/param[@name='Reason']"/>
    public sealed record Refused(string Reason) : EventReceipt;
}

/// <summary>The named moments of a turn and a command, at which a test may end the process.</summary>
public enum ProcessingPoint
{
    /// <summary>The activity is in the inbox.</summary>
    Stored,

    /// <summary>The bot has decided; nothing is committed.</summary>
    TurnRun,

    /// <summary>The turn's transaction is committed.</summary>
    Committed,

    /// <summary>A command was claimed and its request has gone out or is about to.</summary>
    CommandSent,

    /// <summary>The other side has answered; the outcome is not stored.</summary>
    CommandAnswered,

    /// <summary>An activity was handed to its channel; it is not marked as delivered.</summary>
    Delivered,

    /// <summary>The activity is marked as delivered.</summary>
    Marked,
}

/// <summary>Is told of each <see cref="ProcessingPoint"/>; does nothing outside tests.</summary>
public interface IProcessingProbe
{
    void Reached(ProcessingPoint point);
}
