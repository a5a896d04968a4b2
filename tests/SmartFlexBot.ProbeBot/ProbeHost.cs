using SmartFlexBot.BotFramework;
using SmartFlexBot.Channels.BotConnector;
using SmartFlexBot.Channels.DirectLine;
using SmartFlexBot.Conversations;

namespace SmartFlexBot.ProbeBot;

/// <summary>The probe bot on the real runtime: Kestrel, both HTTP channels, the SQLite store. No onboarding and no Kraken.</summary>
public static class ProbeHost
{
    /// <param name="args">Settings such as --Store:Path=… and --urls=…; without the latter a free port on loopback.</param>
    /// <param name="configure">Called first: what it registers is kept.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, EnvironmentName = Environments.Development });
        builder.WebHost.UseUrls(builder.Configuration["urls"] ?? "http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        configure?.Invoke(builder);
        builder.AddConversations();
        builder.Services.AddDirectLine(builder.Configuration).AddBotConnector(builder.Configuration).AddSingleton<IBot, SixPromptsBot>();

        var app = builder.Build();
        app.MapDirectLine();
        app.MapBotConnector();
        return app;
    }
}
