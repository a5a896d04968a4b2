namespace SmartFlexBot.BotFramework.Dialogs;

/// <summary>
/// Asks for one of <see cref="PromptOptions.Choices"/> and returns a <see cref="FoundChoice"/>. It can be said by name, by synonym,
/// by a part that only one has, or by its place ("2", "#2", "the second one", "the last one"). A number inside a sentence is
/// never an answer (botbuilder-dotnet#2956).
/// </summary>
public class ChoicePrompt(string id, PromptValidator<FoundChoice>? validator = null) : Prompt<FoundChoice>(id, validator)
{
    public ListStyle Style { get; set; }

    protected override Task<PromptRecognizerResult<FoundChoice>> RecognizeAsync(
        ITurnContext turnContext, PromptOptions options, CancellationToken cancellationToken) =>
        Task.FromResult(
            ChoiceRecognizer.Recognize(Utterance.Of(turnContext.Activity), [.. options.Choices ?? []], Locales.Of(turnContext, options)) is { } found
                ? PromptRecognizerResult<FoundChoice>.Of(found)
                : new());

    protected override Task OnPromptAsync(
        ITurnContext turnContext, PromptOptions options, bool isRetry, CancellationToken cancellationToken)
    {
        ChoiceStyler.Show([.. options.Choices ?? []], options, options.Style ?? Style);
        return base.OnPromptAsync(turnContext, options, isRetry, cancellationToken);
    }
}
