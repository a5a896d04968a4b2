using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Dialogs;

namespace SmartFlexBot.ProbeBot.Prompts;

/// <summary>Asks for any text and returns it as it was typed. Blanks are no text.</summary>
public sealed class TextPrompt(string id, PromptValidator<string>? validator = null) : Prompt<string>(id, validator)
{
    protected override Task<PromptRecognizerResult<string>> RecognizeAsync(
        ITurnContext turnContext, PromptOptions options, CancellationToken cancellationToken) =>
        Task.FromResult(turnContext.Activity.Text is { } text && !string.IsNullOrWhiteSpace(text)
            ? PromptRecognizerResult.Of<string>(text)
            : new());
}
