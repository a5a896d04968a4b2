using Microsoft.AspNetCore.Antiforgery;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Web.SignIn;

public static class SignInServices
{
    /// <remarks>Needs AddPage, AddDirectLine and AddOnboarding.</remarks>
    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddAntiforgery();
        services.AddOptions<AntiforgeryOptions>().Configure<PublicAddress>((options, self) =>
        {
            options.FormFieldName = "proof";
            options.Cookie.Name = self.IsHttps ? "__Host-smartflexbot-proof" : "smartflexbot-proof";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // The page's own policy says more: nobody may frame it.
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddSingleton<OpenTickets>();
        services.AddSingleton<TicketCookie>();
        services.AddSingleton<ChatBrowser>();
        services.AddSingleton<SignInPages>();
        services.AddSingleton<ConfirmPage>();
        services.AddSingleton<LinkEndpoint>();
        services.AddSingleton<ReturnEndpoint>();
        return services;
    }
}
