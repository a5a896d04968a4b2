using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.BotFramework.Dialogs;

/// <summary>One question. Kept as JSON until it is answered.</summary>
public sealed class PromptOptions
{
    /// <summary>What is asked; null when the question was sent otherwise.</summary>
    public Activity? Prompt { get; set; }

    /// <summary>What is said when the answer was not understood or not valid; <see cref="Prompt"/> when null.</summary>
    public Activity? RetryPrompt { get; set; }

    /// <summary>What the validator needs to know.</summary>
    public JsonNode? Validations { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
