using System.Globalization;

namespace SmartFlexBot.Benchmarks;

/// <summary>What else the machine is doing: figures from a busy one say little.</summary>
internal static class MachineLoad
{
    private const string File = "/proc/loadavg";

    public static string Describe()
    {
        if (!System.IO.File.Exists(File))
        {
            return "load of the machine: unknown here";
        }

        var load = double.Parse(System.IO.File.ReadAllText(File).Split(' ')[0], CultureInfo.InvariantCulture);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"load of the machine over the last minute: {load:0.0}, by this benchmark too, on {Environment.ProcessorCount} cores");
    }
}
