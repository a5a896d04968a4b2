#nullable enable
using System.Reflection;
using Xunit.Runner.InProc.SystemConsole;

/// <summary>
/// Put into the copy's tests as their Main: runs tests once as ever, or again and again in one process, which saves starting it for each
/// fault. Each line it reads has a fault and the runner's arguments; it answers with the exit code and the faults that were run through.
/// </summary>
internal static class MutationLoop
{
    private const int MostFaults = 100_000;

    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is not ["loop"])
        {
            return await ConsoleRunner.Run(arguments);
        }

        var mutants = Directory.EnumerateFiles(AppContext.BaseDirectory, "SmartFlexBot.*.dll")
            .Select(file => Assembly.Load(Path.GetFileNameWithoutExtension(file)).GetType("Mutant")).OfType<Type>().ToList();
        var output = Console.Out;
        while (Console.ReadLine() is { } line)
        {
            var words = line.Split('\t');
            var seen = new bool[MostFaults];
            Environment.SetEnvironmentVariable("MUTANT", words[0]);
            foreach (var mutant in mutants)
            {
                mutant.GetField("_active", BindingFlags.NonPublic | BindingFlags.Static)!.SetValue(null, int.Parse(words[0]));
                mutant.GetField("_seen", BindingFlags.NonPublic | BindingFlags.Static)!.SetValue(null, seen);
            }

            var code = await ConsoleRunner.Run(words[1..]);
            output.WriteLine($"\nMUTATION\t{code}\t{string.Join(',', Enumerable.Range(0, MostFaults).Where(id => seen[id]))}");
        }

        return 0;
    }
}
