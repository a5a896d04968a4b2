using System.Text.Json;
using System.Text.Json.Serialization;

namespace SmartFlexBot.Recognition.Words;

/// <summary>One file of words.{language}.json: meaning to phrases, per use.</summary>
/// <param name="Cues">Words around device names: negations, charger nouns, fillers.</param>
/// <param name="Trims">The name of a trim in one word ("longrange") to the ways of saying it.</param>
/// <param name="Bodies">Body shapes, by which a customer describes a car.</param>
/// <param name="Ordinals">"1" to "first", "the first one"; "-1" is the last.</param>
/// <param name="Spoken">A digit or letter to the words that say it.</param>
/// <param name="Consent">yes, soft, no, unclear, question, and the idioms.</param>
/// <param name="Requests">The requests and the words between them.</param>
internal sealed record WordList(
    Dictionary<string, string[]> Cues,
    Dictionary<string, string[]> Trims,
    Dictionary<string, string[]> Bodies,
    Dictionary<string, string[]> Ordinals,
    Dictionary<string, string[]> Spoken,
    Dictionary<string, string[]> Consent,
    Dictionary<string, string[]> Requests);

/// <summary>
/// The words of all languages. They are matched together: customers mix languages, and the language of a conversation may not yet be known.
/// </summary>
internal static class WordLists
{
    private static readonly string[] Languages = ["en", "de", "es", "fr", "it", "any"];

    public static IReadOnlyDictionary<string, WordList> ByLanguage { get; } = Languages.ToDictionary(
        language => language,
        language => EmbeddedData.Read($"words.{language}.json", WordJson.Default.WordList));

    public static IEnumerable<(string Meaning, string Phrase)> Phrases(Func<WordList, Dictionary<string, string[]>> section) =>
        from list in ByLanguage.Values
        from entry in section(list)
        from phrase in entry.Value
        select (entry.Key, phrase);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    ReadCommentHandling = JsonCommentHandling.Skip)]
[JsonSerializable(typeof(WordList))]
[JsonSerializable(typeof(Dictionary<string, string[]>))]
internal sealed partial class WordJson : JsonSerializerContext;
