using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace SmartFlexBot.Channels.DirectLine;

/// <summary>
/// A session id, for clients that ask. It only names the conversation's user in this conversation: nothing here takes it for a proof.
/// The cookie that comes with it is one: it says that the chat runs in this browser.
/// </summary>
internal sealed class SessionEndpoint(DirectLineAuthentication authentication, BrowserCookie cookie)
{
    public async Task<IResult> GetAsync(HttpContext context)
    {
        var token = await authentication.RequireTokenAsync(context.Request);
        cookie.Write(context, token);
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{token.ConversationId}/{token.UserId}")));
        return Results.Json(new(id), DirectLineJson.Default.SessionBody);
    }
}
