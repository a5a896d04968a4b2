using SmartFlexBot.Channels.DirectLine;
using SmartFlexBot.Conversations;
using SmartFlexBot.Kraken;
using SmartFlexBot.KrakenSimulator;
using SmartFlexBot.Web.Hosting;
using SmartFlexBot.Web.Onboarding;
using SmartFlexBot.Web.Page;
using SmartFlexBot.Web.SignIn;
using SmartFlexBot.Web.Simulator;
using SmartFlexBot.Web.Webhooks;

return await StartProblems.RunAsync(() =>
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddSimulatorMode();
    builder.AddConversations();
    builder.AddKillSwitch();
    builder.Services.AddKraken(builder.Configuration).AddDirectLine(builder.Configuration).AddPage(builder.Configuration);
    builder.Services.AddOnboarding().AddSignIn().AddWebhooks();

    var app = builder.Build();
    app.UsePage().MapPage();
    app.MapDirectLine();
    app.MapSignIn();
    app.MapKrakenSimulator();
    return app.RunAsync();
});
