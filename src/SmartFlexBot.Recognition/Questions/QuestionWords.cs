using System.Text.Json.Serialization;
using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Questions;

/// <summary>One file questions.{language}.json.</summary>
/// <param name="Asking">What a question begins with.</param>
/// <param name="Wondering">What says of a sentence, wherever it stands in it, that it asks.</param>
/// <param name="Lead">What may stand before a question: "and", "hello".</param>
/// <param name="Around">Words without a meaning of their own, in a question.</param>
/// <param name="Articles">What may stand beside a subject that is said without a sentence: "the opening hours please".</param>
/// <param name="Subjects">
/// Each subject to its phrases by weight: <see cref="QuestionRecogniser.Enough"/> says it alone, a negative one speaks against it.
/// </param>
internal sealed record QuestionWords(
    string[] Asking,
    string[] Wondering,
    string[] Lead,
    string[] Around,
    string[] Articles,
    Dictionary<string, Dictionary<int, string[]>> Subjects)
{
    private const string Beginning = "questions.";
    private const string Ending = ".json";

    /// <summary>Each file by its language. Adding a file adds its language.</summary>
    public static IReadOnlyDictionary<string, QuestionWords> ByLanguage { get; } = EmbeddedData.Names
        .Where(name => name.StartsWith(Beginning, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .ToDictionary(
            name => name[Beginning.Length..^Ending.Length], name => EmbeddedData.Read(name, QuestionWordsJson.Default.QuestionWords));
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    ReadCommentHandling = System.Text.Json.JsonCommentHandling.Skip)]
[JsonSerializable(typeof(QuestionWords))]
internal sealed partial class QuestionWordsJson : JsonSerializerContext;
