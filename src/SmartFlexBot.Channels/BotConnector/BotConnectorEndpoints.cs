using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SmartFlexBot.Channels.Http;

namespace SmartFlexBot.Channels.BotConnector;

/// <summary>Maps the address that channels post to.</summary>
public static class BotConnectorEndpoints
{
    public const string Path = "/api/messages";

    public static IEndpointRouteBuilder MapBotConnector(this IEndpointRouteBuilder endpoints)
    {
        var quotas = endpoints.ServiceProvider.GetRequiredService<IOptions<QuotaOptions>>().Value;
        var group = endpoints.MapGroup(Path).AllowAnonymous()
            .RequireRateLimiting(new RouteQuota("connector", quotas.CallsOfAddress, RouteQuota.AddressOf));
        group.AddEndpointFilter(endpoints.ServiceProvider.GetRequiredService<ErrorFilter>());
        group.Map("", (HttpContext context, MessagesEndpoint messages) => messages.HandleAsync(context));
        return endpoints;
    }
}
