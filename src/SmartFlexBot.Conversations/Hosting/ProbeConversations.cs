using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Conversations.Hosting;

/// <summary>
/// A conversation that nobody vouched for, from its first word to the bot's answer, through inbox, grain, store and log: what a new
/// customer needs. Nothing of it stays.
/// </summary>
public sealed class ProbeConversations
{
    private static readonly LogPage First = new(1, int.MaxValue);

    private static readonly ConversationOrigin Nobody = new("probe", UserName: null, AccountNumber: null);

    private readonly IConversationInbox _inbox;
    private readonly IConversationLog _log;
    private readonly INodeStore _store;

    internal ProbeConversations(IConversationInbox inbox, IConversationLog log, INodeStore store) =>
        (_inbox, _log, _store) = (inbox, log, store);

    /// <summary>One at a time: it takes away what earlier ones have left.</summary>
    /// <exception cref="StoreBusyException"/>
    /// <exception cref="StoreUnavailableException"/>
    public async Task HoldAsync(CancellationToken cancellationToken)
    {
        await _store.ForgetChannelAsync(ProbeChannel.Id);
        var conversation = new ConversationKey(ProbeChannel.Id, Guid.NewGuid().ToString("N"));
        await _inbox.OpenAsync(conversation, Nobody, cancellationToken);
        var hello = new InboundActivity(new Activity { Type = ActivityTypes.Message, Text = "hello" }, "hello", Logged: true);
        var said = (await _inbox.AcceptAsync(conversation, hello, cancellationToken)).Sequence ?? 0;
        while ((await _log.ReadAsync(conversation, said, First, cancellationToken)).Count == 0)
        {
            await _log.WaitAsync(conversation, said, cancellationToken);
        }

        await _store.ForgetChannelAsync(ProbeChannel.Id);
    }
}

/// <summary>Nobody listens: what is committed is all there is.</summary>
internal sealed class ProbeChannel : IOutboundChannel
{
    public const string Id = "probe";

    public string ChannelId => Id;

    public bool ReadsLog => true;

    public ChannelCapabilities Capabilities { get; } = new(null, int.MaxValue, int.MaxValue);

    public Task<BotFramework.Ports.Delivery> DeliverAsync(
        ConversationKey conversation, LogEntry entry, CancellationToken cancellationToken) =>
        Task.FromResult<BotFramework.Ports.Delivery>(new BotFramework.Ports.Delivery.Delivered());
}
