using System.Text.Json.Serialization;

namespace SmartFlexBot.KrakenSimulator.Faults;

/// <summary>Something that goes wrong on purpose.</summary>
/// <param name="Operation">A root field, an operation name, or "*".</param>
/// <param name="Account">Only requests that name this account, or an id of it; null for all.</param>
/// <param name="Code">Of kind error.</param>
/// <param name="Reasons">Refusal reasons, of kind error.</param>
/// <param name="Status">Of kind httpStatus.</param>
/// <param name="Delay">Real time, of the kinds late and slow.</param>
/// <param name="Times">How often it still strikes; 0 is for ever.</param>
internal sealed record Fault(
    string Operation, FaultKind Kind, string? Account, string? Code, IReadOnlyList<string>? Reasons, int? Status, TimeSpan? Delay,
    int Times)
{
    public bool Concerns(string field, string? operationName) => Operation == "*" || Operation == field || Operation == operationName;
}

internal enum FaultKind
{
    /// <summary>Refuses with a code, and does not act.</summary>
    Error,

    /// <summary>Answers with a status of HTTP, and does not act.</summary>
    HttpStatus,

    /// <summary>Never answers, and does not act.</summary>
    Timeout,

    /// <summary>Acts, then answers after a delay.</summary>
    Late,

    /// <summary>Acts, then cuts the connection.</summary>
    DropAnswer,

    /// <summary>Delivered twice, as by a proxy that repeats: acts on both, and answers what the second one gets.</summary>
    Twice,

    /// <summary>Answers half a JSON document, and does not act.</summary>
    Malformed,

    /// <summary>Waits, then acts and answers.</summary>
    Slow,
}

internal sealed record FaultBook(IReadOnlyList<Fault> Faults);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(FaultBook))]
internal sealed partial class FaultJson : JsonSerializerContext;
