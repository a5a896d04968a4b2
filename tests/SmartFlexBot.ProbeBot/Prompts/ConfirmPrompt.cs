using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Dialogs;
using SmartFlexBot.Recognition.Consent;

namespace SmartFlexBot.ProbeBot.Prompts;

/// <summary>Asks for yes or no, in any language, and returns true or false.</summary>
public sealed class ConfirmPrompt(string id) : Prompt<bool>(id)
{
    private static readonly string[] Titles = ["Yes", "No"];

    protected override Task<PromptRecognizerResult<bool>> RecognizeAsync(
        ITurnContext turnContext, PromptOptions options, CancellationToken cancellationToken) =>
        Task.FromResult(ConsentRecogniser.Recognise(Buttons.AnswerOf(turnContext.Activity), ConsentQuestion.TestCharge).Label switch
        {
            ConsentLabel.Yes => PromptRecognizerResult.Of<bool>(true),
            ConsentLabel.No => PromptRecognizerResult.Of<bool>(false),
            _ => new(),
        });

    protected override Task OnPromptAsync(
        ITurnContext turnContext, PromptOptions options, bool isRetry, CancellationToken cancellationToken)
    {
        Buttons.Show(options, Titles);
        return base.OnPromptAsync(turnContext, options, isRetry, cancellationToken);
    }
}
