using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SmartFlexBot.Web.Page.Brand;
using SmartFlexBot.Web.Page.Sessions;

namespace SmartFlexBot.Web.Page;

/// <summary>The chat page at "/", its files, its session backend and its error pages.</summary>
public static class PageExtensions
{
    /// <remarks>Needs AddDirectLine and AddKrakenSimulator; simulator mode is on when the simulator is enabled.</remarks>
    public static IServiceCollection AddPage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PageOptions>().Bind(configuration.GetSection(PageOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PageOptions>, PageOptionsValidator>();

        services.AddDataProtection();
        services.AddSingleton<PackedFiles>();
        services.TryAddSingleton(PageBrand.None);
        services.AddSingleton<PageTexts>();
        services.AddSingleton<IndexPage>();
        services.AddSingleton<SessionCookie>();
        services.AddSingleton<IDemoCustomers, SimulatorCustomers>();
        services.AddSingleton<ChatSessions>();
        services.AddSingleton<SessionRateLimit>();
        return services;
    }

    /// <summary>Headers, error pages, files and the rate limiter. First in the pipeline.</summary>
    public static WebApplication UsePage(this WebApplication app)
    {
        app.UsePageHeaders();
        app.UsePageErrors();
        app.Use(app.Services.GetRequiredService<PackedFiles>().AnswerAsync);
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = file => PackedFiles.SetHeaders(file.Context.Response),
        });
        app.UseRateLimiter();
        return app;
    }

    public static IEndpointRouteBuilder MapPage(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", (HttpContext context, IndexPage page) => page.Get(context));
        app.MapGet("/index.html", () => Results.Redirect("/", permanent: true));
        app.MapBrand();
        app.MapSessions();
        return app;
    }
}
