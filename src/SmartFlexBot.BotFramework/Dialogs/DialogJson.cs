using System.Text.Json.Serialization;

namespace SmartFlexBot.BotFramework.Dialogs;

/// <summary>What dialogs keep between turns. Deeper than an activity, since whole cards are kept inside it.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    PropertyNameCaseInsensitive = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    MaxDepth = 128)]
[JsonSerializable(typeof(PromptOptions))]
internal sealed partial class DialogJson : JsonSerializerContext;
