namespace SmartFlexBot.BotFramework.Dialogs;

/// <summary>
/// Asks for yes or no, in the turn's language or in English, and returns true or false. With two
/// <see cref="PromptOptions.Choices"/> the first is yes and the second is no, and they can be typed as well.
/// </summary>
public class ConfirmPrompt(string id, PromptValidator<bool>? validator = null) : Prompt<bool>(id, validator)
{
    public ListStyle Style { get; set; }

    protected override Task<PromptRecognizerResult<bool>> RecognizeAsync(
        ITurnContext turnContext, PromptOptions options, CancellationToken cancellationToken)
    {
        var answer = Utterance.Of(turnContext.Activity);
        var language = Locales.Of(turnContext, options);
        var choices = Choices(turnContext, options);
        var numbered = (options.Style ?? Style) == ListStyle.List;
        var chosen = numbered ? ChoiceRecognizer.Recognize(answer, choices, language) : ChoiceRecognizer.Exact(answer, choices);
        var confirmed = chosen is not null
            ? chosen.Index == 0
            : ConfirmRecognizer.Recognize(answer, language);
        return Task.FromResult(confirmed is { } value ? PromptRecognizerResult<bool>.Of(value) : new());
    }

    protected override Task OnPromptAsync(
        ITurnContext turnContext, PromptOptions options, bool isRetry, CancellationToken cancellationToken)
    {
        ChoiceStyler.Show(Choices(turnContext, options), options, options.Style ?? Style);
        return base.OnPromptAsync(turnContext, options, isRetry, cancellationToken);
    }

    private static IReadOnlyList<Choice> Choices(ITurnContext turnContext, PromptOptions options)
    {
        if (options.Choices is { Count: 2 } own)
        {
            return [.. own];
        }

        var language = DialogLanguage.For(Locales.Of(turnContext, options));
        return [new Choice(language.YesTitle), new Choice(language.NoTitle)];
    }
}
