using SmartFlexBot.Onboarding.HandOvers;

namespace SmartFlexBot.Desk;

/// <summary>
/// All that a page for agents needs. Whoever calls it has proved who the agent is; what that agent may do is decided here, at each call.
/// </summary>
public interface IDesk
{
    /// <summary>
    /// An act in a chat. It is stored before it is answered, and carried out by the conversation's own turn. Repeated with the same
    /// <paramref name="clientId"/> it gets the first answer and does nothing more.
    /// </summary>
    /// <param name="clientId">Made by the page, anew for each act; unique within the chat, at most 64 characters.</param>
    Task<DeskAnswer> ActAsync(DeskAgent by, string handOverId, string clientId, DeskAct act, CancellationToken cancellationToken);

    /// <summary>A file to the customer, as an act of its own.</summary>
    /// <param name="name">As the agent's computer calls it.</param>
    /// <inheritdoc cref="ActAsync"/>
    Task<DeskAnswer> SendFileAsync(
        DeskAgent by, string handOverId, string clientId, string name, byte[] content, CancellationToken cancellationToken);

    /// <returns>Null when there is no such file, or its time is over.</returns>
    Task<DeskFile?> FindFileAsync(string fileId, CancellationToken cancellationToken);

    /// <summary>The agent is here: to be called when the page opens, when the state changes, and every 20 s.</summary>
    /// <param name="capacity">How many chats at once, 1 to 20.</param>
    Task AttendAsync(DeskAgent agent, DeskPresence state, int capacity, CancellationToken cancellationToken);

    /// <summary>All that is open, with the number after which <see cref="WatchAsync"/> goes on from it.</summary>
    Task<DeskBoard> ReadBoardAsync(CancellationToken cancellationToken);

    /// <returns>Null when there is no such hand-over. Ended ones too.</returns>
    Task<DeskChat?> FindChatAsync(string handOverId, CancellationToken cancellationToken);

    /// <summary>
    /// The agent looks at a chat, its pack or a file of it: that they have is kept, for supervisors and for the customer. To be called
    /// before what they look at is given out.
    /// </summary>
    Task LookAsync(DeskAgent by, string handOverId, DeskLookedAt what, CancellationToken cancellationToken);

    /// <summary>For supervisors: who has looked at it, oldest first.</summary>
    Task<IReadOnlyList<DeskLook>> ReadLooksAsync(string handOverId, CancellationToken cancellationToken);

    /// <summary>What was said in the conversation, also before the hand-over and after it, oldest first.</summary>
    /// <param name="after">The sequence of the last line that is known; 0 from the beginning.</param>
    /// <returns>Empty when there is nothing more, or no such hand-over.</returns>
    Task<IReadOnlyList<ThreadLine>> ReadThreadAsync(string handOverId, long after, CancellationToken cancellationToken);

    /// <summary>
    /// What an agent needs to know, read now: from the journey, and from Kraken as far as it answers within two seconds. What could not be
    /// read is said so in it.
    /// </summary>
    /// <param name="locale">The agent's own language.</param>
    Task<Pack?> ReadPackAsync(string handOverId, string locale, CancellationToken cancellationToken);

    /// <summary>
    /// What happens from now on, for one page: everything of the board, and of one chat its lines too. It catches up with all that
    /// happened after the cursor first, and then goes on until it is cancelled. A cursor that nobody has given out is as good as none.
    /// </summary>
    /// <param name="after">Where the page is; <see cref="DeskCursor.None"/> tells everything that is open.</param>
    /// <param name="handOverId">The chat that is open in the page; null for none.</param>
    IAsyncEnumerable<DeskEvent> WatchAsync(DeskCursor after, string? handOverId, CancellationToken cancellationToken);

    /// <summary>Ready replies in the customer's language, with the values of this chat filled in.</summary>
    Task<IReadOnlyList<CannedReply>> ReadRepliesAsync(string handOverId, CancellationToken cancellationToken);

    /// <summary>
    /// Shows the customer that somebody is typing; nothing is stored, and nothing happens when the chat is not this agent's.
    /// </summary>
    Task TypeAsync(DeskAgent by, string handOverId, CancellationToken cancellationToken);

    /// <returns>The hand-overs of an account, the newest first.</returns>
    Task<IReadOnlyList<HandOver>> FindByAccountAsync(string accountNumber, CancellationToken cancellationToken);

    /// <summary>For supervisors: what was asked for in the time.</summary>
    Task<DeskFigures> ReadFiguresAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>The watchdog: what stands longer than its state allows, the longest first.</summary>
    Task<IReadOnlyList<Overdue>> ReadOverdueAsync(CancellationToken cancellationToken);
}

/// <summary>What became of an act.</summary>
public abstract record DeskAnswer
{
    private DeskAnswer() { }

    /// <param name="Now">The hand-over as it is now.</param>
    public sealed record Done(HandOver Now) : DeskAnswer;

    /// <param name="Now">The hand-over as it is now, whose owner it names; null where there is none.</param>
    public sealed record Refused(DeskRefusal Why, HandOver? Now) : DeskAnswer;

    /// <summary>It is stored and will be carried out; ask again with the same client id.</summary>
    public sealed record Pending : DeskAnswer;
}
