using System.Globalization;
using System.Text;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Tests.Channels.DirectLine;

/// <summary>The ports that Direct Line builds on, as their contracts say, in memory; with a switch for a store that is down.</summary>
public sealed class InMemoryConversations(TimeProvider time) : IConversationInbox, IConversationLog
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ConversationKey, Conversation> _conversations = [];

    /// <summary>How often the log was read.</summary>
    public int Reads { get; private set; }

    /// <summary>Every call fails while this is set.</summary>
    public bool Down { get; set; }

    public Task OpenAsync(ConversationKey conversation, ConversationOrigin origin, CancellationToken cancellationToken) => Do(() =>
    {
        if (!_conversations.TryGetValue(conversation, out var found))
        {
            _conversations[conversation] = new(origin);
        }
        else if (found.Origin.UserId != origin.UserId || found.Origin.AccountNumber != origin.AccountNumber)
        {
            throw new ConversationOwnedByAnotherException();
        }

        return true;
    });

    public Task<Acceptance> AcceptAsync(ConversationKey conversation, InboundActivity inbound, CancellationToken cancellationToken) =>
        Do(() =>
    {
        var found = Find(conversation);
        if (found.Accepted.TryGetValue(inbound.DedupeKey, out var first))
        {
            return first with { Duplicate = true };
        }

        found.Inbox.Add(inbound);
        var acceptance = inbound.Logged
            ? Append(found, conversation, inbound.Activity)
            : new Acceptance($"{conversation.ConversationId}|event-{found.Inbox.Count}", null, false);
        found.Accepted[inbound.DedupeKey] = acceptance;
        return acceptance;
    });

    public Task<ConversationOrigin?> FindOriginAsync(ConversationKey conversation, CancellationToken cancellationToken) =>
        Do(() => _conversations.TryGetValue(conversation, out var found) ? found.Origin : null);

    public Task<IReadOnlyList<LogEntry>> ReadAsync(
        ConversationKey conversation, long watermark, LogPage page, CancellationToken cancellationToken) =>
        Do<IReadOnlyList<LogEntry>>(() =>
    {
        Reads++;
        var left = page.Bytes;
        var entries = Find(conversation).Log.Where(entry => entry.Sequence > watermark).Take(page.Entries);
        return [.. entries.TakeWhile((entry, index) => (left -= Encoding.UTF8.GetByteCount(entry.Json)) >= 0 || index == 0)];
    });

    public Task WaitAsync(ConversationKey conversation, long watermark, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var found = Find(conversation);
            return found.Log.Count > watermark ? Task.CompletedTask : found.Changed.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>What the bot would have committed.</summary>
    public void Reply(string conversationId, string text, string? replyToId = null)
    {
        lock (_gate)
        {
            var key = new ConversationKey("directline", conversationId);
            var found = Find(key);
            Append(found, key, new Activity
            {
                Type = ActivityTypes.Message,
                Text = text,
                TextFormat = TextFormats.Plain,
                ReplyToId = replyToId,
                ChannelId = "directline",
                Conversation = new() { Id = conversationId },
                From = new() { Id = "smartflexbot", Name = "SmartFlexBot", Role = RoleTypes.Bot },
                Recipient = new() { Id = found.Origin.UserId, Role = RoleTypes.User },
            });
        }
    }

    public void Erase(string conversationId)
    {
        lock (_gate)
        {
            _conversations.Remove(new("directline", conversationId));
        }
    }

    public IReadOnlyList<InboundActivity> InboxOf(string conversationId)
    {
        lock (_gate)
        {
            return [.. Find(new("directline", conversationId)).Inbox];
        }
    }

    public IReadOnlyList<string?> TextsOf(string conversationId)
    {
        lock (_gate)
        {
            return [.. Find(new("directline", conversationId)).Log.Select(entry => entry.ReadActivity().Text)];
        }
    }

    public ConversationOrigin OriginOf(string conversationId)
    {
        lock (_gate)
        {
            return Find(new("directline", conversationId)).Origin;
        }
    }

    private Acceptance Append(Conversation found, ConversationKey key, Activity activity)
    {
        var sequence = found.Log.Count + 1;
        activity.Id = string.Create(CultureInfo.InvariantCulture, $"{key.ConversationId}|{sequence:0000000}");
        activity.Timestamp = time.GetUtcNow();
        found.Log.Add(new(sequence, ActivityJson.Write(activity)));
        var changed = found.Changed;
        found.Changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        changed.SetResult();
        return new(activity.Id, sequence, false);
    }

    private Conversation Find(ConversationKey key) =>
        _conversations.TryGetValue(key, out var found) ? found : throw new ConversationNotFoundException();

    private Task<T> Do<T>(Func<T> action)
    {
        lock (_gate)
        {
            return Down ? Task.FromException<T>(new IOException("disk I/O error")) : Task.FromResult(action());
        }
    }

    private sealed class Conversation(ConversationOrigin origin)
    {
        public ConversationOrigin Origin { get; } = origin;
        public List<InboundActivity> Inbox { get; } = [];
        public Dictionary<string, Acceptance> Accepted { get; } = [];
        public List<LogEntry> Log { get; } = [];
        public TaskCompletionSource Changed { get; set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
