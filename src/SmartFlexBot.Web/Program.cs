using SmartFlexBot.Web.Hosting;

return await StartProblems.RunAsync(
    AccountCommand.Find(args, Console.Out) ?? (() => SmartFlexBotHost.Build(args).RunAsync()), Console.Error);
