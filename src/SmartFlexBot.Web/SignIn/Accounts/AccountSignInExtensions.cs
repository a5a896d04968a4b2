using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Web.SignIn.Accounts;

public static class AccountSignInExtensions
{
    /// <remarks>Needs AddSignIn; UseDeskPage authenticates who comes back.</remarks>
    public static IServiceCollection AddAccountSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AccountSignInOptions>().BindConfiguration(AccountSignInOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<AccountSignInOptions>, AccountSignInOptionsValidator>();
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<AccountSignInOptions>>().Value;
            return new AccountSignIn(options.IsOffered, options.Lifetime);
        });
        services.AddSingleton<AccountTickets>().AddSingleton<AccountPages>().AddSingleton<AccountReturn>();
        if (IsOffered(configuration))
        {
            services.AddSingleton<IConfigureOptions<OpenIdConnectOptions>, AccountProvider>();
            services.AddAuthentication().AddCookie(AccountProvider.Nobody).AddOpenIdConnect(AccountProvider.Scheme, _ => { });
        }

        return services;
    }

    /// <summary>Maps nothing where no provider is set.</summary>
    public static void MapAccountSignIn(this IEndpointRouteBuilder app)
    {
        if (IsOffered(app.ServiceProvider.GetRequiredService<IConfiguration>()))
        {
            app.MapGet(AccountPaths.Link, LeaveAsync);
        }
    }

    /// <summary>Opening the link uses nothing up: programs that look at links before people do, do no harm.</summary>
    private static async Task LeaveAsync(HttpContext http, string code, AccountTickets tickets, AccountPages pages)
    {
        var key = Ticket.KeyOf(code);
        if (await tickets.FindAsync(key, http.RequestAborted) is null)
        {
            await pages.Ended(http).ExecuteAsync(http);
            return;
        }

        if (!await AccountProvider.LeaveAsync(http, key))
        {
            await pages.Failed(http).ExecuteAsync(http);
        }
    }

    private static bool IsOffered(IConfiguration configuration) =>
        configuration.GetSection(AccountSignInOptions.Section).Get<AccountSignInOptions>() is { IsOffered: true };
}
