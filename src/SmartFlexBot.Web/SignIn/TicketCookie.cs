using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Web.SignIn;

/// <summary>Holds the ticket while the browser is at the maker's: who comes back must be who left.</summary>
internal sealed class TicketCookie(PublicAddress self)
{
    /// <summary>Under https the prefix __Host- keeps sibling subdomains from planting a ticket of theirs.</summary>
    private string Name => self.IsHttps ? "__Host-smartflexbot-signin" : "smartflexbot-signin";

    private CookieOptions Attributes => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = self.IsHttps,
        Path = "/",
        MaxAge = TimeSpan.FromHours(1),
        IsEssential = true,
    };

    public string? Read(HttpContext http) => http.Request.Cookies[Name];

    public void Write(HttpContext http, string code) => http.Response.Cookies.Append(Name, code, Attributes);

    public void Delete(HttpContext http) => http.Response.Cookies.Delete(Name, Attributes);
}
