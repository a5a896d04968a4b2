using System.Text;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Channels.DirectLine.Reading;
using SmartFlexBot.Channels.Http;

namespace SmartFlexBot.Channels.DirectLine;

/// <summary>
/// Before a post is read: how many messages and kilobytes its conversation, its account and its address have sent lately, and whether
/// there is room for it in memory. The account is known to us alone, so it is counted here and not by the route.
/// </summary>
internal sealed class PostAdmission : IDisposable
{
    private static readonly TimeSpan WhenFull = TimeSpan.FromSeconds(1);

    private readonly IConversationLog _log;
    private readonly ClientBytes _memory;
    private readonly int _longest;
    private readonly int _mostKilobytes;
    private readonly PartitionedRateLimiter<ClientPlace> _messages;
    private readonly PartitionedRateLimiter<ClientPlace> _kilobytes;

    public PostAdmission(
        IConversationLog log, ClientBytes memory, IOptions<DirectLineOptions> directLine, IOptions<QuotaOptions> quotas)
    {
        (_log, _memory) = (log, memory);
        var (options, most) = (quotas.Value, directLine.Value.MaximumActivityCharacters);
        _longest = Encoding.UTF8.GetMaxByteCount(most);
        _mostKilobytes = Math.Min(options.Kilobytes, Math.Min(options.KilobytesOfAccount, options.KilobytesOfAddress));
        _messages = By(place => place.Account, options.MessagesOfAccount);
        _kilobytes = PartitionedRateLimiter.CreateChained(
            By(place => place.Conversation.ConversationId, options.Kilobytes),
            By(place => place.Account, options.KilobytesOfAccount),
            By(place => place.Address, options.KilobytesOfAddress));
    }

    /// <returns>The room for it, to be given back when it was stored.</returns>
    /// <exception cref="RequestRefusedException">429: too much came, or there is no room now.</exception>
    public async Task<PostRoom> AdmitAsync(HttpContext context, string conversationId)
    {
        var key = DirectLineChannel.Key(conversationId);
        var origin = await _log.FindOriginAsync(key, context.RequestAborted) ?? throw new ConversationNotFoundException();
        var place = ClientPlace.Of(context, key, origin);
        // Files that come along are counted and dropped; they are never in memory.
        var bytes = (int)Math.Min(context.Request.ContentLength ?? _longest, _longest);
        Take(_messages, place, 1);
        Take(_kilobytes, place, context.Request.ContentLength is null ? 1 : Kilobytes(bytes));
        // Who sends so slowly that others find no room is cut off.
        var holding = _memory.TryHold(place, bytes, _ => context.Abort()) ?? throw RequestRefusedException.TooManyRequests(WhenFull);
        return new(holding, came =>
        {
            if (context.Request.ContentLength is null && Kilobytes(came) is > 1 and var more)
            {
                Take(_kilobytes, place, more - 1);
            }
        });
    }

    private int Kilobytes(int bytes) => Math.Min((bytes / 1024) + 1, _mostKilobytes);

    public void Dispose()
    {
        _messages.Dispose();
        _kilobytes.Dispose();
    }

    private static void Take(PartitionedRateLimiter<ClientPlace> limiter, ClientPlace place, int permits)
    {
        using var lease = limiter.AttemptAcquire(place, permits);
        if (!lease.IsAcquired)
        {
            throw RequestRefusedException.TooManyRequests(QuotaRefusal.PauseOf(lease));
        }
    }

    private static PartitionedRateLimiter<ClientPlace> By(Func<ClientPlace, string?> key, int perMinute) =>
        PartitionedRateLimiter.Create<ClientPlace, string>(
            place => key(place) is { } counted ? RouteQuota.Bucket(counted, perMinute) : RateLimitPartition.GetNoLimiter(""));
}

/// <summary>The room that a post has while it is read and stored.</summary>
internal sealed class PostRoom(IDisposable holding, Action<int> came) : IDisposable
{
    /// <summary>How long it was: not everybody says so before.</summary>
    /// <exception cref="RequestRefusedException">429: that was too long.</exception>
    public void Came(int bytes) => came(bytes);

    public void Dispose() => holding.Dispose();
}
