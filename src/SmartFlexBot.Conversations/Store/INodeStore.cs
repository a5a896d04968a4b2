using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Conversations.Store;

/// <summary>The processes that work on the store, and what nobody works on.</summary>
internal interface INodeStore
{
    /// <summary>
    /// One commit: this node was seen now, those not seen since are forgotten, claims of forgotten nodes become unclear (they have nobody
    /// who could still bring an outcome), and records that expired before <paramref name="expired"/> go.
    /// </summary>
    /// <returns>The number of commands that became unclear.</returns>
    Task<int> TidyAsync(long notSeenSince, long expired);

    /// <param name="after">Where the last page ended; null for the first one.</param>
    /// <returns>
    /// Conversations with an undone item or a waiting activity that may be worked on and is older than <paramref name="before"/>.
    /// </returns>
    ValueTask<IReadOnlyList<ConversationKey>> FindIdleAsync(long before, ConversationKey? after, int limit);

    /// <summary>Every conversation of a channel that no customer has is gone with all that was said in it.</summary>
    Task ForgetChannelAsync(string channelId);

    /// <returns>What is being worked on or was to be by <paramref name="overdue"/>.</returns>
    ValueTask<Backlog> CountAsync(long overdue);
}
