using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace SmartFlexBot.Web.Proxy;

/// <summary>
/// Says once that a proxy is not named in Proxy:Addresses: all its customers are one address then, and share what one address may do.
/// </summary>
internal sealed partial class UnnamedProxies(RequestDelegate next, ILogger<UnnamedProxies> logger)
{
    private int _said;

    public Task InvokeAsync(HttpContext context)
    {
        // A named proxy's header was taken and is gone.
        if (context.Request.Headers.ContainsKey(ForwardedHeadersDefaults.XForwardedForHeaderName)
            && Interlocked.Exchange(ref _said, 1) == 0)
        {
            LogUnnamed(context.Connection.RemoteIpAddress);
        }

        return next(context);
    }

    [LoggerMessage(1, LogLevel.Warning,
        "A request from {Address} says for whom it was forwarded, but Proxy:Addresses does not name that proxy. Limits count all its "
        + "customers as one.")]
    private partial void LogUnnamed(IPAddress? address);
}
