using Microsoft.Extensions.Options;
using SmartFlexBot.Channels.BotConnector;
using SmartFlexBot.Channels.DirectLine;
using SmartFlexBot.Channels.Http;
using SmartFlexBot.Conversations;
using SmartFlexBot.Conversations.Hosting;
using SmartFlexBot.Desk;
using SmartFlexBot.Desk.Hubs;
using SmartFlexBot.Kraken;
using SmartFlexBot.KrakenSimulator;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Web.Desk;
using SmartFlexBot.Web.Health;
using SmartFlexBot.Web.Logs;
using SmartFlexBot.Web.Onboarding;
using SmartFlexBot.Web.Operations;
using SmartFlexBot.Web.Page;
using SmartFlexBot.Web.Proxy;
using SmartFlexBot.Web.SignIn;
using SmartFlexBot.Web.SignIn.Accounts;
using SmartFlexBot.Web.Simulator;
using SmartFlexBot.Web.Tariffs;
using SmartFlexBot.Web.Webhooks;

namespace SmartFlexBot.Web.Hosting;

/// <summary>The whole bot: what the process runs, and what scripted conversations are played against.</summary>
public static class SmartFlexBotHost
{
    /// <param name="args">The command line; its settings win over all others.</param>
    /// <param name="configure">Called first: what it registers, such as a clock of its own, is kept.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        ServerLimits.Add(builder);
        configure?.Invoke(builder);
        builder.AddPrivateLogs();
        builder.AddSimulatorMode();
        builder.AddConversations();
        builder.AddKillSwitch();
        builder.Services.AddSingleton(new ClientEvents(HandoffOptions.IsEnabled(builder.Configuration) ? [Handoff.StatusName] : []));
        builder.Services.AddKraken(builder.Configuration).AddDirectLine(builder.Configuration).AddPage(builder.Configuration);
        builder.Services.AddBotConnector(builder.Configuration);
        builder.Services.AddSingleton(services => new HubClock(services.GetRequiredKeyedService<TimeProvider>(SteadyTime.Wall)));
        builder.Services.AddHubs(builder.Configuration);
        builder.Services.AddOnboarding().AddDesk().AddProxy().AddSignIn().AddTariffs().AddWebhooks().AddHealth().AddOperations();
        builder.Services.AddAccountSignIn(builder.Configuration);
        builder.AddDeskPage();

        var app = builder.Build();
        // Before anything reads them one by one: all that is wrong is said at once.
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        app.UsePrivateLogs().UseProxy(app.Services.GetRequiredService<IOptions<OnboardingOptions>>().Value.PublicUrl).UsePage();
        app.UseDeskPage();
        app.MapRoutes();
        return app;
    }
}
