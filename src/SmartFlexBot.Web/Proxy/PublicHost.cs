using Microsoft.AspNetCore.HttpOverrides;

namespace SmartFlexBot.Web.Proxy;

/// <summary>
/// A proxy speaks plain HTTP to this host, under another name. What the browser speaks is what Onboarding:PublicUrl says, and nothing
/// that comes with a request: addresses that are handed out, cookies and same-origin checks all follow from it.
/// </summary>
internal sealed class PublicHost(RequestDelegate next, Uri address)
{
    private readonly HostString _host = new(address.Authority);

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        // Whoever answers callers on this machine alone has to look at what was really asked for (DNS rebinding).
        request.Headers[ForwardedHeadersDefaults.XOriginalHostHeaderName] = request.Host.Value;
        request.Scheme = address.Scheme;
        request.Host = _host;
        return next(context);
    }
}
