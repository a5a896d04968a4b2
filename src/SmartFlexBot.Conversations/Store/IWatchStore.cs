using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Conversations.Store;

/// <summary>
/// Watches that turns have asked for. Every change but <see cref="HurryAsync"/> is fenced by the version that was claimed: when the watch
/// was asked for again or has told a change since, the reading is out of date and nothing happens.
/// </summary>
internal interface IWatchStore
{
    /// <summary>Claims due watches for the time of a look, so that no other node looks too.</summary>
    Task<IReadOnlyList<DueWatch>> ClaimAsync(string kind, int limit, TimeSpan lease);

    /// <summary>Nothing new: due again then.</summary>
    /// <param name="failures">Looks in a row that could not be read.</param>
    Task LookAgainAsync(DueWatch due, long next, int failures);

    /// <summary>One commit: what was seen, when it is due again, and the event that tells it.</summary>
    /// <returns>True when the conversation has something new to do.</returns>
    Task<bool> ChangeAsync(DueWatch due, string state, long next, InboxEvent told);

    /// <summary>One commit: the watch's end, and the event that tells it, if any.</summary>
    /// <inheritdoc cref="ChangeAsync" path="/returns"/>
    Task<bool> EndAsync(DueWatch due, InboxEvent? told);

    /// <summary>The customer is back: the conversation's watches are due now.</summary>
    /// <returns>False when it has none.</returns>
    Task<bool> HurryAsync(ConversationKey conversation);
}

/// <summary>A watch that this node may look at now.</summary>
/// <param name="LastActivity">When the customer last wrote; 0 when the conversation is no more.</param>
internal sealed record DueWatch(
    Watch Watch, string? LastState, long Version, TimeSpan Every, long Until, int Failures, long LastActivity)
{
    /// <summary>What the row has in the place of the key.</summary>
    public string RowKey { get; } = Watch.Key;

    /// <summary>False where the payload does not open: the watch has no key but the row's then.</summary>
    public bool IsReadable { get; init; } = true;
}
