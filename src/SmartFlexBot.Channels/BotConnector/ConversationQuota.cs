using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Channels.Http;

namespace SmartFlexBot.Channels.BotConnector;

/// <summary>
/// How much a conversation may send in a minute (Quotas:Messages). A limit by address would be the channel's, for all its customers.
/// </summary>
internal sealed class ConversationQuota(IOptions<QuotaOptions> quotas) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _messages = PartitionedRateLimiter.Create<string, string>(
        conversation => RouteQuota.Bucket(conversation, quotas.Value.Messages));

    /// <exception cref="RequestRefusedException">429: too much came.</exception>
    public void Take(Activity activity)
    {
        using var lease = _messages.AttemptAcquire($"{activity.ChannelId}|{activity.Conversation?.Id}");
        if (!lease.IsAcquired)
        {
            throw RequestRefusedException.TooManyRequests(QuotaRefusal.PauseOf(lease));
        }
    }

    public void Dispose() => _messages.Dispose();
}
