using Microsoft.Extensions.Options;
using SmartFlexBot.Web.Page.Sessions;

namespace SmartFlexBot.Web.Page;

/// <summary>The chat page at "/", its files, its session backend and its error pages.</summary>
public static class PageExtensions
{
    private static readonly string[] CompressedTypes = ["text/javascript", "text/css", "image/svg+xml"];

    /// <remarks>Needs AddDirectLine and AddKrakenSimulator; simulator mode is on when the simulator is enabled.</remarks>
    public static IServiceCollection AddPage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PageOptions>().Bind(configuration.GetSection(PageOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PageOptions>, PageOptionsValidator>();

        services.AddDataProtection();
        services.AddRateLimiter(_ => { });
        // Compressing fixed files over https gives nothing away (BREACH needs secrets in the same answer).
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = CompressedTypes;
        });

        services.AddSingleton<PageTexts>();
        services.AddSingleton<IndexPage>();
        services.AddSingleton<SessionCookie>();
        services.AddSingleton<IDemoCustomers, SimulatorCustomers>();
        services.AddSingleton<ChatSessions>();
        services.AddSingleton<SessionRateLimit>();
        return services;
    }

    /// <summary>Headers, error pages, compression, files and the rate limiter. First in the pipeline.</summary>
    public static WebApplication UsePage(this WebApplication app)
    {
        app.UsePageHeaders();
        app.UsePageErrors();
        app.UseResponseCompression();
        app.UseStaticFiles(new StaticFileOptions
        {
            // Asked for anew each time and answered with 304: a deployment is seen at once.
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache",
        });
        app.UseRateLimiter();
        return app;
    }

    public static WebApplication MapPage(this WebApplication app)
    {
        app.MapGet("/", (HttpContext context, IndexPage page) => page.Get(context));
        app.MapGet("/index.html", () => Results.Redirect("/", permanent: true));
        app.MapSessions();
        return app;
    }
}
