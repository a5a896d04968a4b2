using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.BotFramework;

/// <summary>One activity being answered: what came in, what is known of the conversation, and what the turn decides.</summary>
public interface ITurnContext
{
    /// <summary>The activity that came in. Secrets in it were replaced at acceptance; see <see cref="ProtectedValue"/>.</summary>
    Activity Activity { get; }

    ConversationKey Conversation { get; }

    /// <summary>Who opened the conversation, and for which account it was vouched; set by the channel, never by the customer.</summary>
    ConversationOrigin Origin { get; }

    /// <summary>The conversation's own state. Kept when the turn commits, forgotten when it does not.</summary>
    TurnState State { get; }

    /// <summary>
    /// The secret that <see cref="IInboundRedaction"/> took out of the activity, such as a pasted sign-in address; null when none.
    /// </summary>
    string? ProtectedValue { get; }

    /// <summary>
    /// How often this activity's turn was begun before: 0 at first, more after a stale version, a slow read or a restart.
    /// </summary>
    int Attempt { get; }

    ITurnEffects Effects { get; }

    /// <summary>True once something was sent in this turn.</summary>
    bool Responded { get; }

    /// <summary>Adds an activity to what this turn sends. Addressing (from, recipient, conversation, replyToId) is filled in.</summary>
    Task SendActivityAsync(Activity activity, CancellationToken cancellationToken = default);

    Task SendActivityAsync(string text, string? inputHint = null, CancellationToken cancellationToken = default);
}
