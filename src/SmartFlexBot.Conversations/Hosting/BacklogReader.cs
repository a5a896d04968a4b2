using Microsoft.Extensions.Options;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Conversations.Hosting;

/// <summary>Reads the backlog, for operators and for scripts that wait until the bot has done what it can.</summary>
public sealed class BacklogReader
{
    private readonly INodeStore _store;
    private readonly IOptions<ConversationsOptions> _options;
    private readonly TimeProvider _time;

    internal BacklogReader(INodeStore store, IOptions<ConversationsOptions> options, TimeProvider time) =>
        (_store, _options, _time) = (store, options, time);

    public ValueTask<Backlog> ReadAsync() => _store.CountAsync(_time.UnixNow() - _options.Value.SweepInterval.Ms());
}
