namespace SmartFlexBot.Kraken.Client;

/// <summary>What came of one operation. HTTP says nothing here: Kraken answers 200 even for failures.</summary>
public abstract record KrakenResult<T>
{
    private KrakenResult() { }

    /// <param name="Errors">Of the parts that failed when others did not; empty as a rule.</param>
    public sealed record Ok(T Data, IReadOnlyList<KrakenError> Errors) : KrakenResult<T>;

    /// <summary>Kraken answered, and refused.</summary>
    public sealed record Failed(KrakenError Error) : KrakenResult<T>;

    /// <summary>There was no usable answer.</summary>
    /// <param name="MayHaveBeenTaken">False: certainly nothing was changed. True: nobody knows.</param>
    public sealed record Unavailable(string Reason, bool MayHaveBeenTaken) : KrakenResult<T>;
}

/// <summary>
/// A mutation was sent, and it is not known whether Kraken took it. Read before doing anything else; never repeat it blindly.
/// </summary>
public sealed class KrakenOutcomeUnknownException(string operation, string reason)
    : Exception($"It is not known whether Kraken took {operation}: {reason}.")
{
    public string Operation { get; } = operation;
}
