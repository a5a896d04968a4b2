#nullable enable
/// <summary>
/// Put into each room of the mutated copy: MUTANT names the one fault that acts; MUTANT_SEEN a folder in which to leave which were run.
/// </summary>
internal static class Mutant
{
    private static readonly int Active = int.Parse(System.Environment.GetEnvironmentVariable("MUTANT") ?? "0");
    private static readonly string? SeenFolder = System.Environment.GetEnvironmentVariable("MUTANT_SEEN");
    private static readonly bool[]? Seen = SeenFolder is null ? null : Watched();

    public static bool Is(int id)
    {
        if (Seen is not null)
        {
            Seen[id] = true;
        }

        return id == Active;
    }

    private static bool[] Watched()
    {
        System.AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            var ids = System.Linq.Enumerable.Where(System.Linq.Enumerable.Range(0, Seen!.Length), id => Seen[id]);
            System.IO.File.WriteAllText(System.IO.Path.Combine(SeenFolder!, System.Guid.NewGuid().ToString("N")), string.Join('\n', ids));
        };
        return new bool[100_000];
    }
}
