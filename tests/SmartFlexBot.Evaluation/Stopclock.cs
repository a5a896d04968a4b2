using System.Diagnostics;

namespace SmartFlexBot.Evaluation;

internal static class Stopclock
{
    private const int LeastCalls = 20_000;

    /// <summary>The mean of many calls, after a first round that compiles.</summary>
    public static double MicrosecondsEach(int count, Action<int> call)
    {
        var rounds = (LeastCalls / count) + 1;
        Round(count, call, rounds);
        var watch = Stopwatch.StartNew();
        Round(count, call, rounds);
        return watch.Elapsed.TotalMicroseconds / (rounds * count);
    }

    private static void Round(int count, Action<int> call, int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < count; i++)
            {
                call(i);
            }
        }
    }
}
