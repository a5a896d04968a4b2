using SmartFlexBot.Web.Hosting;

return await StartProblems.RunAsync(() => SmartFlexBotHost.Build(args).RunAsync());
