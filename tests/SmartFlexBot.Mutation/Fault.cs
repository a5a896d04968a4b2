namespace SmartFlexBot.Mutation;

/// <summary>
/// One small fault: what is put around a span of a source file so that the span behaves otherwise when this fault is the active one.
/// </summary>
/// <param name="File">Relative to the repository.</param>
/// <param name="Before">Inserted at <paramref name="Start"/>, with <c>#</c> where the fault's number belongs.</param>
/// <param name="Member">Where the member begins that holds it: a file's faults are of the same member when this is the same.</param>
internal sealed record Fault(int Id, string File, int Line, string Kind, int Start, int End, string Before, string After, int Member)
{
    /// <summary>The span as it is, and as the fault has it; for people.</summary>
    public required string Original { get; init; }

    public required string Changed { get; init; }

    /// <summary>It is in what a process works out once, at its start: static fields.</summary>
    public bool IsOnce { get; init; }
}
