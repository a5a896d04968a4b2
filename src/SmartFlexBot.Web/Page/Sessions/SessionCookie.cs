using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace SmartFlexBot.Web.Page.Sessions;

/// <summary>
/// The cookie that brings a browser back to its conversation. One that is forged, altered, too old or from another installation
/// counts as none.
/// </summary>
internal sealed class SessionCookie(IDataProtectionProvider protection, IOptions<PageOptions> options, TimeProvider time)
{
    private readonly IDataProtector _protector = protection.CreateProtector("SmartFlexBot.Page.Session.v1");

    private TimeSpan Lifetime => TimeSpan.FromDays(options.Value.SessionDays);

    /// <summary>Under https the prefix __Host- keeps sibling subdomains from planting a conversation of theirs.</summary>
    public static string NameFor(HttpRequest request) => request.IsHttps ? "__Host-smartflexbot" : "smartflexbot";

    public PageSession? Read(HttpContext context)
    {
        if (context.Request.Cookies[NameFor(context.Request)] is not { Length: > 0 } value)
        {
            return null;
        }

        try
        {
            var session = JsonSerializer.Deserialize(_protector.Unprotect(value), PageJson.Default.PageSession);
            return session?.Expires > time.GetUtcNow() ? session : null;
        }
        catch (Exception error) when (error is CryptographicException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes the cookie with a fresh lifetime.</summary>
    public void Write(HttpContext context, PageSession session)
    {
        session = session with { Expires = time.GetUtcNow() + Lifetime };
        var value = _protector.Protect(JsonSerializer.Serialize(session, PageJson.Default.PageSession));
        context.Response.Cookies.Append(NameFor(context.Request), value, Attributes(context.Request, Lifetime));
    }

    public static void Delete(HttpContext context) =>
        context.Response.Cookies.Delete(NameFor(context.Request), Attributes(context.Request, lifetime: null));

    private static CookieOptions Attributes(HttpRequest request, TimeSpan? lifetime) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = lifetime,
        Path = "/",
        SameSite = SameSiteMode.Lax,
        Secure = request.IsHttps,
    };
}
