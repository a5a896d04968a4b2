using System.Net.Http.Headers;
using System.Text;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Channels.BotConnector;

/// <summary>Posts replies to where the conversation's activities came from (bot protocol B).</summary>
internal sealed class ConnectorOutbound(
    string channelId,
    ChannelCapabilities capabilities,
    ServiceUrls serviceUrls,
    IConversationLog log,
    IHttpClientFactory clients,
    TimeProvider time)
    : IOutboundChannel
{
    public const string HttpClientName = "BotConnector";

    // What a channel cannot take for so long would reach a customer who has moved on.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    // How far back the address is looked for, when what is sent answers nothing.
    private static readonly LogPage LookBack = new(Entries: 100, Bytes: 1024 * 1024);

    public string ChannelId => channelId;

    public ChannelCapabilities Capabilities => capabilities;

    public bool ReadsLog => false;

    public async Task<Delivery> DeliverAsync(ConversationKey conversation, LogEntry entry, CancellationToken cancellationToken)
    {
        var activity = entry.ReadActivity();
        if (await FindServiceUrlAsync(conversation, activity, entry.Sequence, cancellationToken) is not { } serviceUrl)
        {
            return new Delivery.GivenUp("The conversation names no service URL that may be written to.");
        }

        var saidAt = activity.Timestamp;
        var outcome = await PostAsync(Address(serviceUrl, conversation, activity), activity, cancellationToken);
        return outcome is Delivery.Retry && saidAt + Longest < time.GetUtcNow()
            ? new Delivery.GivenUp("The connector could not be reached for too long.")
            : outcome;
    }

    /// <summary>Exactly one slash between the two, whatever path the service URL has; ids hold characters that a path must not.</summary>
    public static Uri Address(Uri serviceUrl, ConversationKey conversation, Activity activity)
    {
        var root = serviceUrl.GetLeftPart(UriPartial.Path).TrimEnd('/');
        var address = $"{root}/v3/conversations/{Uri.EscapeDataString(conversation.ConversationId)}/activities";
        return new(activity.ReplyToId is { } replyTo ? $"{address}/{Uri.EscapeDataString(replyTo)}" : address);
    }

    private async Task<Delivery> PostAsync(Uri address, Activity activity, CancellationToken cancellationToken)
    {
        // Both are the channel's to give.
        activity.Id = null;
        activity.Timestamp = null;
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(ActivityJson.Write(activity)));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        try
        {
            using var answer = await clients.CreateClient(HttpClientName).PostAsync(address, content, cancellationToken);
            return ConnectorOutcome.Of(answer.StatusCode, answer.Headers.RetryAfter, time.GetUtcNow());
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException
            && !cancellationToken.IsCancellationRequested)
        {
            return ConnectorOutcome.Of(exception);
        }
    }

    private async Task<Uri?> FindServiceUrlAsync(
        ConversationKey conversation, Activity activity, long sequence, CancellationToken cancellationToken)
    {
        if (activity.ServiceUrl is { } own)
        {
            return serviceUrls.Find(own);
        }

        var from = Math.Max(0, sequence - LookBack.Entries - 1);
        var before = await log.ReadAsync(conversation, from, LookBack, cancellationToken);
        return serviceUrls.Find(
            before.Reverse().Select(earlier => earlier.ReadActivity().ServiceUrl).FirstOrDefault(url => url is not null));
    }
}
