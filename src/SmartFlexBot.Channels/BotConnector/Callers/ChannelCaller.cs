using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Channels.Http;

namespace SmartFlexBot.Channels.BotConnector.Callers;

/// <summary>A channel that proved who it is, and what it may therefore say.</summary>
/// <param name="Endorsements">The channels that its key vouches for.</param>
/// <param name="ServiceUrl">The only address that its activities may name.</param>
internal sealed record ChannelCaller(IReadOnlySet<string> Endorsements, string ServiceUrl)
{
    /// <exception cref="RequestRefusedException">403: it speaks for another channel, or wants the replies elsewhere.</exception>
    public void RequireOwn(Activity activity)
    {
        if (activity.ChannelId is not { } channelId || !Endorsements.Contains(ConnectorChannels.BaseOf(channelId)))
        {
            throw RequestRefusedException.Forbidden("The token does not vouch for this channelId.");
        }

        if (activity.ServiceUrl is not { } serviceUrl || !IsSame(serviceUrl, ServiceUrl))
        {
            throw RequestRefusedException.Forbidden("The token names another serviceUrl.");
        }
    }

    private static bool IsSame(string one, string other) =>
        one.AsSpan().TrimEnd('/').Equals(other.AsSpan().TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
}
