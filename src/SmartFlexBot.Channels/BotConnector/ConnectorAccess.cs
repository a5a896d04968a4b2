using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SmartFlexBot.Channels.BotConnector.Callers;
using SmartFlexBot.Channels.Http;

namespace SmartFlexBot.Channels.BotConnector;

/// <summary>
/// Who may post: with an app id the bot's own channels, by their token; without one whoever <see cref="DevelopmentAccess"/> lets in.
/// </summary>
internal sealed class ConnectorAccess(DevelopmentAccess development, ChannelTokens tokens, IOptions<BotConnectorOptions> options)
{
    /// <returns>Null for who is let in without a token.</returns>
    /// <exception cref="RequestRefusedException">401 no way in, 403 not from that machine, 503 it cannot be told now.</exception>
    public async Task<ChannelCaller?> AdmitAsync(HttpContext context)
    {
        if (!options.Value.HasAppId)
        {
            development.Check(context);
            return null;
        }

        var authorization = context.Request.Headers.Authorization is [{ } single] ? single : throw ChannelTokens.Refusal();
        try
        {
            return await tokens.ReadAsync(authorization, context.RequestAborted);
        }
        catch (KeysUnavailableException exception)
        {
            throw RequestRefusedException.Unavailable(exception.Message);
        }
    }
}
