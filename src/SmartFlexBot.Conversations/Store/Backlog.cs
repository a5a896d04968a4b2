namespace SmartFlexBot.Conversations.Store;

/// <summary>
/// What is being worked on or should be by now. What waits for its time (a retry, a watch, a reminder) counts once it is overdue
/// by a sweep. All zero means: nothing will happen before the clock moves on or something comes in.
/// </summary>
/// <param name="Turns">Conversations with an inbox item to answer.</param>
/// <param name="Deliveries">Conversations with an activity that its channel has not taken.</param>
/// <param name="Commands">Commands without an outcome.</param>
/// <param name="Events">Business events to be offered to the sinks.</param>
public sealed record Backlog(int Turns, int Deliveries, int Commands, int Events, int Watches, int Reminders)
{
    public bool IsEmpty => this is { Turns: 0, Deliveries: 0, Commands: 0, Events: 0, Watches: 0, Reminders: 0 };
}
