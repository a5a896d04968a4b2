using System.Diagnostics;

namespace SmartFlexBot.Evaluation;

internal static class Stopclock
{
    private const int Rounds = 15;
    private const int CallsPerRound = 2_000;

    /// <summary>The mean of the fastest of several rounds: the one that the rest of the machine disturbed least.</summary>
    public static double MicrosecondsEach(int count, Action<int> call)
    {
        var repeats = (CallsPerRound / count) + 1;
        return Enumerable.Range(0, Rounds).Min(_ => Round(count, repeats, call));
    }

    private static double Round(int count, int repeats, Action<int> call)
    {
        var watch = Stopwatch.StartNew();
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            for (var i = 0; i < count; i++)
            {
                call(i);
            }
        }
        return watch.Elapsed.TotalMicroseconds / (repeats * count);
    }
}
