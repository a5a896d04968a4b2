using System.Text.Json;
using System.Text.Json.Serialization;

namespace SmartFlexBot.Recognition.Words;

/// <summary>One file of words.{language}.json: meaning to phrases, per use.</summary>
/// <param name="Cues">Words around device names: negations, charger nouns, fillers.</param>
/// <param name="Trims">The name of a trim in one word ("longrange") to the ways of saying it.</param>
/// <param name="Bodies">Body shapes, by which a customer describes a car.</param>
/// <param name="Ordinals">"1" to "first", "the top one"; "-1" is the last.</param>
/// <param name="Choices">Words around a choice: articles and politeness, choosing, and what stands before the number of a place.</param>
/// <param name="Spoken">A digit or letter to the words that say it.</param>
/// <param name="Consent">yes, soft, no, unclear, question, and the idioms.</param>
/// <param name="Requests">The requests and the words between them.</param>
/// <param name="Obstacles">Why a step outside the chat does not go on.</param>
internal sealed record WordList(
    Dictionary<string, string[]> Cues,
    Dictionary<string, string[]> Trims,
    Dictionary<string, string[]> Bodies,
    Dictionary<string, string[]> Ordinals,
    Dictionary<string, string[]> Choices,
    Dictionary<string, string[]> Spoken,
    Dictionary<string, string[]> Consent,
    Dictionary<string, string[]> Requests,
    Dictionary<string, string[]> Obstacles);

/// <summary>
/// The words of all languages. They are matched together: customers mix languages, and the language of a conversation may not yet be known.
/// </summary>
internal static class WordLists
{
    /// <summary>Words that belong to no language, or to all.</summary>
    public const string Any = "any";

    private const string Beginning = "words.";
    private const string Ending = ".json";

    /// <summary>Each file by its language, <see cref="Any"/> among them. Adding a file adds its language.</summary>
    public static IReadOnlyDictionary<string, WordList> ByLanguage { get; } = EmbeddedData.Names
        .Where(name => name.StartsWith(Beginning, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .ToDictionary(name => name[Beginning.Length..^Ending.Length], name => EmbeddedData.Read(name, WordJson.Default.WordList));

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
