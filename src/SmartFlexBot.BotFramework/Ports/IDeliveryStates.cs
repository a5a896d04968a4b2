namespace SmartFlexBot.BotFramework.Ports;

/// <summary>What has become of what was said, on channels that it has to be sent to.</summary>
public interface IDeliveryStates
{
    /// <returns>
    /// What the channel has not taken, by its number in the log, oldest first and at most a thousand. All else has arrived as far as is
    /// known; where a channel reads the log by itself that is everything.
    /// </returns>
    Task<IReadOnlyDictionary<long, Undelivered>> ReadAsync(ConversationKey conversation, CancellationToken cancellationToken);
}

/// <param name="Reason">The channel's words; null while it was not tried.</param>
public sealed record Undelivered(UndeliveredState State, string? Reason);

public enum UndeliveredState
{
    /// <summary>It is sent as soon as it can be.</summary>
    Waiting,

    /// <summary>It is never sent again.</summary>
    GivenUp,

    /// <summary>It may have arrived, and is not sent again.</summary>
    Uncertain,
}
