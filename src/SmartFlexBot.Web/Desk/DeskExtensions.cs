using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using SmartFlexBot.Channels.Http;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Web.Desk.Acts;
using SmartFlexBot.Web.Desk.Pages;
using SmartFlexBot.Web.Desk.SignIn;
using SmartFlexBot.Web.Desk.Stream;
using SmartFlexBot.Web.Desk.Texts;

namespace SmartFlexBot.Web.Desk;

/// <summary>The desk at /desk, where agents take customers over.</summary>
public static class DeskExtensions
{
    private const int LargestBody = 32 * 1024;

    /// <remarks>Needs AddDesk, AddPage and AddSignIn.</remarks>
    public static WebApplicationBuilder AddDeskPage(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<DeskOptions>().BindConfiguration(DeskOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DeskOptions>, DeskOptionsValidator>();
        services.AddSingleton<DeskSessions>().AddSingleton<DeskSession>();
        services.AddSingleton<DeskPageTexts>().AddSingleton<DeskPresences>().AddSingleton<DeskStream>();
        services.AddSingleton<DeskProof>().AddSingleton<DeskForm>();
        services.AddRazorComponents();
        services.AddAuthorization(DeskPolicies.Add);
        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>, DeskCookie>();
        services.AddSingleton<IConfigureOptions<OpenIdConnectOptions>, DeskProvider>();
        var authentication = services.AddAuthentication().AddCookie(DeskSession.Scheme);
        switch (AccessOf(builder.Configuration, builder.Environment))
        {
            case DeskAccess.Provider:
                authentication.AddOpenIdConnect(DeskProvider.Scheme, _ => { });
                break;
            case DeskAccess.Demo:
                services.AddSingleton<DemoAgents>().AddHostedService(provider => provider.GetRequiredService<DemoAgents>());
                break;
        }

        return builder;
    }

    /// <summary>After the proxy's part: the provider is told the public address.</summary>
    public static WebApplication UseDeskPage(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        return app;
    }

    /// <summary>Maps nothing where nobody could sign in, or the market has no desk.</summary>
    public static void MapDesk(this IEndpointRouteBuilder app)
    {
        var services = app.ServiceProvider;
        var access = AccessOf(services.GetRequiredService<IConfiguration>(), services.GetRequiredService<IHostEnvironment>());
        if (access == DeskAccess.None || services.GetRequiredService<MarketSettings>().Desk is null)
        {
            return;
        }

        var limit = services.GetRequiredService<IOptions<QuotaOptions>>().Value.Desk;
        var all = app.MapGroup(DeskPaths.Desk).RequireRateLimiting(new RouteQuota("desk", limit, RouteQuota.AddressOf))
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        var form = services.GetRequiredService<DeskForm>();
        all.MapSignIn(access, form);

        var desk = all.MapGroup("").RequireAuthorization(DeskPolicies.Agent).AddEndpointFilter(DeskReads.FilterAsync);
        desk.MapPages(form);
        desk.MapSessions(form);
        desk.MapParts();
        desk.MapFileReads();
        desk.MapGet("/events", (HttpContext context, DeskVisit visit, DeskStream stream, string? after, string? chat) =>
            stream.FollowAsync(context, visit, after, chat));

        var changes = desk.MapGroup("").AddEndpointFilter(services.GetRequiredService<DeskProof>());
        changes.MapPost("/chats/{id}/acts", ActEndpoint.ActAsync);
        changes.MapFileSending();
        changes.MapAgent();
    }

    private static DeskAccess AccessOf(IConfiguration configuration, IHostEnvironment environment) =>
        DeskAccesses.Of(configuration.GetSection(DeskOptions.Section).Get<DeskOptions>() ?? new(), environment);
}
