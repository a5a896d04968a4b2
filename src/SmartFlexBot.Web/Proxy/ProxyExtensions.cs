using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace SmartFlexBot.Web.Proxy;

/// <summary>What a request looks like to the rest of the host, when a proxy ends https in front of it.</summary>
public static class ProxyExtensions
{
    public static IServiceCollection AddProxy(this IServiceCollection services)
    {
        services.AddOptions<ProxyOptions>().BindConfiguration(ProxyOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ProxyOptions>, ProxyOptionsCheck>();
        return services;
    }

    /// <summary>First in the pipeline.</summary>
    /// <param name="publicUrl">Where browsers reach this host; null: under whatever name they call it.</param>
    public static WebApplication UseProxy(this WebApplication app, Uri? publicUrl)
    {
        var proxies = app.Services.GetRequiredService<IOptions<ProxyOptions>>().Value.Addresses;
        // Without a list ASP.NET would believe everybody.
        if (proxies.Length > 0)
        {
            app.UseForwardedHeaders(Believing(proxies));
        }

        app.UseMiddleware<UnnamedProxies>();
        if (publicUrl is not null)
        {
            app.UseMiddleware<PublicHost>(publicUrl);
        }

        return app;
    }

    private static ForwardedHeadersOptions Believing(string[] proxies)
    {
        // Scheme and host are the public address's alone. Through however many proxies a request came, the first address that is not
        // one of ours is the customer's.
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            options.KnownIPNetworks.Add(ProxyOptions.Read(proxy)!.Value);
        }

        return options;
    }
}
