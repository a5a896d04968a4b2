#nullable enable
/// <summary>Put into each room of the copy: the one fault that acts, by its number.</summary>
internal static class Mutant
{
    // Set from outside by MutationLoop; a process that a test starts has it from its environment.
    private static volatile int _active = int.Parse(System.Environment.GetEnvironmentVariable("MUTANT") ?? "0");
    private static bool[]? _seen = null;

    public static bool Is(int id)
    {
        _seen?[id] = true;
        return id == _active;
    }
}
