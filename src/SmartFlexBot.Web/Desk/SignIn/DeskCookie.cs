using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Web.Desk.SignIn;

/// <summary>
/// The cookie of who is signed in. It is looked at with each request: whose session is over, or who was idle, is nobody; the others are who
/// the session says.
/// </summary>
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

    private static async Task RefuseWhoIsNobodyAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var known = services.GetRequiredService<DeskSession>().IsOver(context.Properties) ? null
            : await services.GetRequiredService<DeskSessions>()
                .FindAsync(DeskSession.IdOf(context.Properties), context.HttpContext.RequestAborted);
        if (known is null)
        {
            context.RejectPrincipal();
        }
        else
        {
            context.ReplacePrincipal(DeskClaims.PrincipalOf(known.Agent));
        }
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
