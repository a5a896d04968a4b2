using SmartFlexBot.Desk;
using SmartFlexBot.Onboarding.HandOvers;

namespace SmartFlexBot.Web.Desk.Stream;

/// <summary>Where something has changed; what it is, the page reads.</summary>
/// <param name="Chat">The hand-over; null for what belongs to none.</param>
/// <param name="HeardAt">When the customer of one of the agent's own chats was last heard, while that waits for an answer.</param>
/// <param name="Typing">True: nothing has changed, but the customer of the chat that is open is typing.</param>
internal sealed record StreamChange(string? Chat, DateTimeOffset? HeardAt, bool? Typing = null)
{
    /// <param name="open">The chat that is open in the page.</param>
    public static StreamChange Of(DeskEvent happened, DeskAgent agent, string? open) => happened switch
    {
        DeskEvent.Changed { HandOver: var handOver } => new(handOver.Id,
            handOver.Owner?.Id == agent.Id && handOver.IsUnanswered ? handOver.HeardAt : null),
        DeskEvent.Noted { Note.HandOverId: var id } => new(id, null),
        DeskEvent.Tasked { Task.HandOverId: var id } => new(id, null),
        DeskEvent.Said => new(open, null),
        DeskEvent.Typing => new(open, null, Typing: true),
        _ => new(null, null),
    };
}
