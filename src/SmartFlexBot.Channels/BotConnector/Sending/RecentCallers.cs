using Microsoft.Extensions.Caching.Memory;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Channels.BotConnector.Sending;

/// <summary>Who wrote to this node in the last minute, and from where. For what may be forgotten, such as the typing sign.</summary>
internal sealed class RecentCallers : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly MemoryCache _callers = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    public void Note(ConversationKey conversation, Activity activity) =>
        _callers.Set(conversation, activity, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Kept });

    public Activity? Find(ConversationKey conversation) => _callers.Get<Activity>(conversation);

    public void Dispose() => _callers.Dispose();
}
