using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Channels.DirectLine;

/// <summary>The open sockets of this node, for what is shown and never stored.</summary>
internal sealed class DirectLineStreams(InboundActivities activities, TimeProvider time) : ITypingNotifier
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ConversationKey, List<StreamSocket>> _open = [];

    public void Add(ConversationKey conversation, StreamSocket socket)
    {
        lock (_gate)
        {
            if (!_open.TryGetValue(conversation, out var sockets))
            {
                _open[conversation] = sockets = [];
            }

            sockets.Add(socket);
        }
    }

    public void Remove(ConversationKey conversation, StreamSocket socket)
    {
        lock (_gate)
        {
            if (_open.TryGetValue(conversation, out var sockets) && sockets.Remove(socket) && sockets.Count == 0)
            {
                _open.Remove(conversation);
            }
        }
    }

    public string ChannelId => DirectLineChannel.Id;

    public Task NotifyAsync(ConversationKey conversation, CancellationToken cancellationToken)
    {
        StreamSocket[] sockets;
        lock (_gate)
        {
            sockets = _open.TryGetValue(conversation, out var found) ? [.. found] : [];
        }

        if (sockets.Length == 0)
        {
            return Task.CompletedTask;
        }

        var frame = ActivitySet.Of(ActivityJson.Write(activities.Typing(conversation.ConversationId, time.GetUtcNow())));
        foreach (var socket in sockets)
        {
            _ = socket.OfferAsync(frame);
        }

        return Task.CompletedTask;
    }
}
