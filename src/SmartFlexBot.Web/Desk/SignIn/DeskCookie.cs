using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Web.Desk.SignIn;

/// <summary>The cookie of who is signed in. It is looked at with each request: who has no role any more, or was idle, is nobody.</summary>
internal sealed class DeskCookie(PublicAddress self) : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    public void Configure(CookieAuthenticationOptions options) => Configure(DeskSession.Scheme, options);

    public void Configure(string? name, CookieAuthenticationOptions options)
    {
        if (name != DeskSession.Scheme)
        {
            return;
        }

        options.Cookie.Name = self.IsHttps ? "__Host-smartflexbot-desk" : "smartflexbot-desk";
        options.Cookie.HttpOnly = true;
        options.Cookie.Path = "/";
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = self.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.SlidingExpiration = false;
        options.Events = new()
        {
            OnValidatePrincipal = RefuseWhoIsNobodyAsync,
            OnRedirectToLogin = context => AnswerAsync(context, StatusCodes.Status401Unauthorized),
            OnRedirectToAccessDenied = context => AnswerAsync(context, StatusCodes.Status403Forbidden),
        };
    }

    private static Task RefuseWhoIsNobodyAsync(CookieValidatePrincipalContext context)
    {
        var session = context.HttpContext.RequestServices.GetRequiredService<DeskSession>();
        if (context.Principal is null || DeskClaims.Of(context.Principal) is null || session.IsOver(context.Properties))
        {
            context.RejectPrincipal();
        }

        return Task.CompletedTask;
    }

    /// <summary>A person who opens the desk is led to the sign-in; a script is told.</summary>
    private static Task AnswerAsync(Microsoft.AspNetCore.Authentication.RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (status == StatusCodes.Status401Unauthorized && context.Request.Path == DeskPaths.Desk)
        {
            context.Response.Redirect(DeskPaths.SignIn);
        }
        else
        {
            context.Response.StatusCode = status;
        }

        return Task.CompletedTask;
    }
}
