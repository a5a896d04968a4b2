using System.Text.Json;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Channels.DirectLine;

/// <summary>The open sockets of this node, for what is shown and never stored.</summary>
internal sealed class DirectLineStreams(InboundActivities activities, TimeProvider time) : ITypingNotifier
{
    private readonly Lock gate = new();
    private readonly Dictionary<ConversationKey, List<StreamSocket>> open = [];

    public void Add(ConversationKey conversation, StreamSocket socket)
    {
        lock (gate)
        {
            if (!open.TryGetValue(conversation, out var sockets))
                open[conversation] = sockets = [];
            sockets.Add(socket);
        }
    }

    public void Remove(ConversationKey conversation, StreamSocket socket)
    {
        lock (gate)
        {
            if (open.TryGetValue(conversation, out var sockets) && sockets.Remove(socket) && sockets.Count == 0)
                open.Remove(conversation);
        }
    }

    public void Typing(ConversationKey conversation)
    {
        StreamSocket[] sockets;
        lock (gate)
            sockets = open.TryGetValue(conversation, out var found) ? [.. found] : [];
        if (sockets.Length == 0)
            return;

        var set = new ActivitySet([activities.Typing(conversation.ConversationId, time.GetUtcNow())], Watermark: null);
        var frame = JsonSerializer.SerializeToUtf8Bytes(set, DirectLineJson.Default.ActivitySet);
        foreach (var socket in sockets)
            _ = socket.OfferAsync(frame);
    }
}
