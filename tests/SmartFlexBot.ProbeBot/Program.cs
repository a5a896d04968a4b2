using SmartFlexBot.ProbeBot;

// What starts this process reads the address from its first line and ends it by closing its standard input.
await using var app = ProbeHost.Build(args);
await app.StartAsync();
Console.WriteLine($"Now listening on: {app.Urls.First()}");
await Console.In.ReadToEndAsync();
await app.StopAsync();
