using Microsoft.AspNetCore.Http;
using SmartFlexBot.Channels.Http;

namespace SmartFlexBot.Channels.DirectLine;

/// <summary>
/// The cookie that getsessionid sets, as the Bot Framework's own Direct Line does: it says which conversation runs in this browser. It
/// opens nothing. Browsers keep it when page and host are of one site (www.example.com and chat.example.com), else not.
/// </summary>
internal sealed class BrowserCookie(DirectLineTokens tokens, TimeProvider time) : IDirectLineBrowsers
{
    public void Write(HttpContext context, DirectLineToken token) =>
        context.Response.Cookies.Append(NameFor(context.Request), tokens.IssueForBrowser(token), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = tokens.EndOfSession(token) - time.GetUtcNow(),
            Path = "/",
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });

    public async Task<string?> FindConversationAsync(HttpRequest request)
    {
        if (request.Cookies[NameFor(request)] is not { Length: > 0 } value)
        {
            return null;
        }

        try
        {
            return (await tokens.ReadAsync(value, DirectLineTokens.BrowserAudience)).ConversationId;
        }
        catch (RequestRefusedException)
        {
            return null;
        }
    }

    /// <summary>Under https the prefix __Host- keeps sibling subdomains from planting a conversation of theirs.</summary>
    private static string NameFor(HttpRequest request) => request.IsHttps ? "__Host-smartflexbot-chat" : "smartflexbot-chat";
}
