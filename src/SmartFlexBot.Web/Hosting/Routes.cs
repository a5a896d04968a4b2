using Microsoft.Extensions.Options;
using SmartFlexBot.Channels.BotConnector;
using SmartFlexBot.Channels.DirectLine;
using SmartFlexBot.Channels.Http;
using SmartFlexBot.Desk.Hubs;
using SmartFlexBot.KrakenSimulator;
using SmartFlexBot.Web.Desk;
using SmartFlexBot.Web.Files;
using SmartFlexBot.Web.Health;
using SmartFlexBot.Web.Operations;
using SmartFlexBot.Web.Page;
using SmartFlexBot.Web.SignIn;
using SmartFlexBot.Web.SignIn.Accounts;
using SmartFlexBot.Web.Tariffs;

namespace SmartFlexBot.Web.Hosting;

/// <summary>All that this host answers, each route with a limit on how often.</summary>
internal static class Routes
{
    public static void MapRoutes(this WebApplication app)
    {
        var quotas = app.Services.GetRequiredService<IOptions<QuotaOptions>>().Value;
        var limit = quotas.Pages;
        app.MapDirectLine();
        app.MapBotConnector();
        app.MapDesk();

        var pages = app.MapGroup("").RequireRateLimiting(new RouteQuota("pages", limit, RouteQuota.AddressOf));
        pages.MapPage();
        pages.MapSignIn();
        pages.MapAccountSignIn();
        pages.MapChatFiles();
        pages.MapTariffs();
        pages.MapHealth();
        pages.MapOperations();
        app.MapGroup("").RequireRateLimiting(new RouteQuota("hubs", quotas.CallsOfAddress, RouteQuota.AddressOf)).MapHubs();

        app.MapGroup("").WithMetadata(new OwnCallsAreFree())
            .RequireRateLimiting(new RouteQuota("simulator", limit, ExceptOwnCalls))
            .MapKrakenSimulator();
    }

    private static string? ExceptOwnCalls(HttpContext context) =>
        RouteQuota.IsThisMachine(context) ? null : RouteQuota.AddressOf(context);
}
