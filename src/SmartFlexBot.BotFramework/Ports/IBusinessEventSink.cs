namespace SmartFlexBot.BotFramework.Ports;

/// <summary>Receives what bots recorded with <see cref="ITurnEffects.RecordEvent"/>, after the commit, at least once, in order.</summary>
public interface IBusinessEventSink
{
    /// <returns>True when it was taken; false to be offered it again later.</returns>
    Task<bool> TakeAsync(BusinessEvent businessEvent, CancellationToken cancellationToken);
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
