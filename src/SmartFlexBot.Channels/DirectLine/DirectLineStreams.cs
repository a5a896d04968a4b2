using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Channels.DirectLine.Reading;

namespace SmartFlexBot.Channels.DirectLine;

/// <summary>The open sockets of this node, for what is shown and never stored.</summary>
internal sealed class DirectLineStreams(
    InboundActivities activities, IOptions<MemoryOptions> options, TimeProvider time) : ITypingNotifier
{
    public const string TooMany = "A newer connection of this conversation took the place of this one.";

    private readonly Lock _gate = new();
    private readonly Dictionary<ConversationKey, List<StreamSocket>> _open = [];

    /// <summary>Where there are too many, the oldest goes: it may be one that the customer has left behind, the newest is not.</summary>
    public void Add(ConversationKey conversation, StreamSocket socket)
    {
        StreamSocket? oldest = null;
        lock (_gate)
        {
            if (!_open.TryGetValue(conversation, out var sockets))
            {
                _open[conversation] = sockets = [];
            }

            sockets.Add(socket);
            if (sockets.Count > options.Value.Sockets)
            {
                oldest = sockets[0];
                sockets.RemoveAt(0);
            }
        }

        oldest?.Cut(TooMany);
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
