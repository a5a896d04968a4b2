using System.Text.Json;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Channels.DirectLine;

/// <summary>The open sockets of this node, for what is shown and never stored.</summary>
internal sealed class DirectLineStreams(InboundActivities activities, TimeProvider time) : ITypingNotifier
{
    private readonly Lock gate = new();
    private readonly Dictionary<ConversationKey, List<StreamConnection>> open = [];

    public void Add(ConversationKey conversation, StreamConnection connection)
    {
        lock (gate)
        {
            if (!open.TryGetValue(conversation, out var connections))
                open[conversation] = connections = [];
            connections.Add(connection);
        }
    }

    public void Remove(ConversationKey conversation, StreamConnection connection)
    {
        lock (gate)
        {
            if (open.TryGetValue(conversation, out var connections) && connections.Remove(connection) && connections.Count == 0)
                open.Remove(conversation);
        }
    }

    public string ChannelId => DirectLineChannel.Id;

    public Task NotifyAsync(ConversationKey conversation, CancellationToken cancellationToken)
    {
        StreamConnection[] connections;
        lock (gate)
            connections = open.TryGetValue(conversation, out var found) ? [.. found] : [];
        if (connections.Length == 0)
            return Task.CompletedTask;

        var set = new ActivitySet([activities.Typing(conversation.ConversationId, time.GetUtcNow())], Watermark: null);
        var frame = JsonSerializer.SerializeToUtf8Bytes(set, DirectLineJson.Default.ActivitySet);
        foreach (var connection in connections)
            _ = connection.OfferAsync(frame);
        return Task.CompletedTask;
    }
}
