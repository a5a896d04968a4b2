using Microsoft.Extensions.Options;

namespace SmartFlexBot.Web.Logs;

public static class LogsExtensions
{
    /// <exception cref="InvalidDataException">A log level is none.</exception>
    public static WebApplicationBuilder AddPrivateLogs(this WebApplicationBuilder builder)
    {
        LogLevels.Check(builder.Configuration);
        builder.Services.AddSingleton<PrivateLogs>();
        builder.Services.AddSingleton<IPostConfigureOptions<LoggerFilterOptions>>(provider => provider.GetRequiredService<PrivateLogs>());
        return builder;
    }

    public static WebApplication UsePrivateLogs(this WebApplication app)
    {
        app.Lifetime.ApplicationStarted.Register(app.Services.GetRequiredService<PrivateLogs>().Started);
        return app;
    }
}
