using Microsoft.AspNetCore.Authentication;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Web.Desk.SignIn;
using SmartFlexBot.Web.Desk.Texts;
using SmartFlexBot.Web.Page;

namespace SmartFlexBot.Web.Desk;

/// <summary>
/// Who asks, as signed in at this request, and in which language. Handlers of routes that need a role take it as a parameter.
/// </summary>
/// <param name="EndsAt">When the session ends if nothing is touched.</param>
/// <param name="Session">Its id.</param>
internal sealed record DeskVisit(DeskAgent Agent, DeskWords Words, DateTimeOffset Now, DateTimeOffset EndsAt, string? Session)
{
    /// <exception cref="InvalidOperationException">The route needs no role.</exception>
    public static async ValueTask<DeskVisit?> BindAsync(HttpContext context)
    {
        var services = context.RequestServices;
        // The cookie's own: what the policy has found knows no more than the principal.
        var properties = (await context.AuthenticateAsync(DeskSession.Scheme)).Properties;
        if (DeskClaims.Of(context.User) is not { } agent || properties is null)
        {
            throw new InvalidOperationException("This route needs a role.");
        }

        var language = PageLanguages.Match(DeskSession.LanguageOf(properties)) ?? PageLanguages.FromBrowser(context.Request);
        return new DeskVisit(
            agent,
            services.GetRequiredService<DeskPageTexts>().In(language),
            services.GetRequiredService<TimeProvider>().GetUtcNow(),
            services.GetRequiredService<DeskSession>().EndOf(properties),
            DeskSession.IdOf(properties));
    }
}
