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

    /// <summary>For <see cref="ChoicePrompt"/> what can be chosen; for <see cref="ConfirmPrompt"/> two of them are the words for yes and no.</summary>
    public IList<Choice>? Choices { get; set; }

    /// <summary>How choices are shown; the prompt's own style when null.</summary>
    public ListStyle? Style { get; set; }

    /// <summary>What the validator needs to know.</summary>
    public JsonNode? Validations { get; set; }

    /// <summary>BCP-47 language the answer is read in; that of the turn's activity when null.</summary>
    public string? RecognizeLanguage { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
