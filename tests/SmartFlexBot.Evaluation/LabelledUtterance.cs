using System.Text.Json;
using System.Text.Json.Serialization;

namespace SmartFlexBot.Evaluation;

internal sealed record DeviceName(string Make, string Model, string? Kind = null);

/// <summary>What an utterance means. A field that is absent must be absent in the answer.</summary>
internal sealed record Expectation(
    string? EvMake = null,
    string? EvModel = null,
    string? CpMake = null,
    string? CpModel = null,
    DeviceName[]? AmbiguousBetween = null,
    bool NoEv = false,
    bool NoChargePoint = false,
    bool UnknownEv = false,
    bool UnknownChargePoint = false,
    bool None = false);

/// <summary>What was known before the utterance.</summary>
/// <param name="Asked">What the bot asked for, a name of AskedFor; null when that follows from the list.</param>
internal sealed record KnownBefore(
    string? EvMake = null,
    string? EvModel = null,
    string? CpMake = null,
    string? CpModel = null,
    DeviceName[]? OfferedList = null,
    string? Asked = null);

internal sealed record LabelledUtterance(
    string Text, Expectation Expect, string? Lang = null, string? Tag = null, KnownBefore? Context = null);

/// <param name="Purpose">"data" or "control", where one of the two permissions was asked for; null for a test charge.</param>
internal sealed record LabelledConsent(string Text, string Label, string? Lang = null, string? Note = null, string? Purpose = null);

/// <param name="Subjects">What is asked about; none for a statement, and for a question that nothing is known about.</param>
internal sealed record LabelledQuestion(string Text, string[] Subjects, string? Lang = null);

internal sealed record Score(int Total, int Correct, double Accuracy, double ConfidentlyWrong, double MicrosecondsPerUtterance);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(List<LabelledUtterance>))]
[JsonSerializable(typeof(List<LabelledConsent>))]
[JsonSerializable(typeof(List<LabelledQuestion>))]
[JsonSerializable(typeof(Score))]
internal sealed partial class EvaluationJson : JsonSerializerContext;

/// <summary>Something is wrong with the arguments or a file; the message says what to do.</summary>
internal sealed class UsageException(string message) : Exception(message);
