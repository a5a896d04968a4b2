using SmartFlexBot.Web.Hosting;

return await StartProblems.RunAsync(AccountCommand.Find(args) ?? (() => SmartFlexBotHost.Build(args).RunAsync()));
