using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SmartFlexBot.Channels.Http;

namespace SmartFlexBot.Channels.DirectLine;

/// <summary>Who is calling: somebody with a secret, or a browser with a token for one conversation.</summary>
internal sealed class DirectLineAuthentication(DirectLineKeys keys, DirectLineTokens tokens, IOptions<DirectLineOptions> options)
{
    /// <exception cref="RequestRefusedException">401 without the header, 403 for anything that is not a live secret.</exception>
    public void RequireSecret(HttpRequest request)
    {
        if (!ShowsSecret(request))
        {
            throw RequestRefusedException.Forbidden("The Direct Line secret is not one of the live ones.");
        }
    }

    public bool ShowsSecret(HttpRequest request) => keys.IsSecret(Bearer(request));

    /// <exception cref="RequestRefusedException">401 without the header, 403 for a token that is expired, or not valid.</exception>
    public async Task<DirectLineToken> RequireTokenAsync(HttpRequest request)
    {
        var bearer = Bearer(request);
        return keys.IsSecret(bearer)
            ? throw RequestRefusedException.Forbidden("The secret opens conversations only. Use the token that was given for this one.")
            : await tokens.ReadAsync(bearer, DirectLineTokens.ApiAudience);
    }

    /// <exception cref="RequestRefusedException">As above, and 403 for the token of another conversation.</exception>
    public async Task<DirectLineToken> RequireTokenAsync(HttpRequest request, string conversationId)
    {
        var token = await RequireTokenAsync(request);
        RequireConversation(token, conversationId);
        return token;
    }

    /// <summary>A stream's token is in its address, for a WebSocket from a browser cannot have headers.</summary>
    public async Task<DirectLineToken> RequireStreamTokenAsync(HttpRequest request, string conversationId)
    {
        var text = request.Query["t"].ToString();
        if (text.Length == 0)
        {
            throw RequestRefusedException.Unauthorized("The address of a stream carries its token. Use the streamUrl as it was given.");
        }

        var token = await tokens.ReadAsync(text, DirectLineTokens.StreamAudience);
        RequireConversation(token, conversationId);
        CheckOrigin(request, token);
        return token;
    }

    public void CheckOrigin(HttpRequest request, DirectLineToken token) =>
        Origins.Check(request, options.Value.TrustedOrigins, token.Origins);

    private static void RequireConversation(DirectLineToken token, string conversationId)
    {
        if (token.ConversationId != conversationId)
        {
            throw RequestRefusedException.Forbidden("The token is for another conversation.");
        }
    }

    private static string Bearer(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.Length == 0)
        {
            throw RequestRefusedException.Unauthorized("The Authorization header is missing.");
        }

        return AuthenticationHeaderValue.TryParse(header, out var value)
            && value is { Scheme: "Bearer", Parameter: { Length: > 0 } parameter }
            && !parameter.Contains(' ', StringComparison.Ordinal)
            ? parameter
            : throw RequestRefusedException.Forbidden("The Authorization header must be 'Bearer', a space, and the token.");
    }
}
