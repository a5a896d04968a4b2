using System.Text.Json;
using System.Text.Json.Serialization;
using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Consent;

/// <summary>An answer to "may we ...?" as customers type them, and what a person who reads it hears.</summary>
internal sealed record ConsentExample(string Text, string Lang, ConsentLabel Label);

internal static class ConsentExamples
{
    public static IReadOnlyList<ConsentExample> All { get; } =
        EmbeddedData.Read("consent-answers.json", ConsentExamplesJson.Default.ListConsentExample);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    ReadCommentHandling = JsonCommentHandling.Skip)]
[JsonSerializable(typeof(List<ConsentExample>))]
internal sealed partial class ConsentExamplesJson : JsonSerializerContext;
