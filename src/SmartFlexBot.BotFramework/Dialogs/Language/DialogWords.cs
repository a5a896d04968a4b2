using System.Text.Json.Serialization;

namespace SmartFlexBot.BotFramework.Dialogs;

/// <summary>A word table as it is written in its file.</summary>
internal sealed record DialogWords(
    string YesTitle,
    string NoTitle,
    IReadOnlyList<string> Yes,
    IReadOnlyList<string> No,
    IReadOnlyList<string> Fillers,
    IReadOnlyList<string> Negations,
    IReadOnlyList<string> OptionNouns,
    IReadOnlyList<string> ChoosingWords,
    IReadOnlyList<string> OrdinalSuffixes,
    IReadOnlyDictionary<string, int> Ordinals,
    IReadOnlyDictionary<string, int> Cardinals);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(DialogWords))]
internal sealed partial class DialogWordsJson : JsonSerializerContext;
