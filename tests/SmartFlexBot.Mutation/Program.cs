using SmartFlexBot.Mutation;

try
{
    if (Options.Parse(args) is not { } options)
    {
        Console.WriteLine(Options.Help);
        return 0;
    }

    var (found, root) =
        await Processes.RunAsync("git", ["rev-parse", "--show-toplevel"], Environment.CurrentDirectory, TimeSpan.FromSeconds(10));
    if (found != 0)
    {
        throw new ArgumentException("Run it inside the repository.");
    }

    var outcomes = await Trial.RunAsync(root.Trim(), options, Console.Out);
    Report.Table(outcomes, Console.Out);
    return 0;
}
catch (ArgumentException problem)
{
    Console.Error.WriteLine(problem.Message);
    return 2;
}
