using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Dialogs;
using SmartFlexBot.Recognition.Choices;

namespace SmartFlexBot.ProbeBot.Prompts;

/// <summary>Asks for one of a few choices, which it shows as buttons, and returns its title.</summary>
public sealed class ChoicePrompt(string id, params IReadOnlyList<Choice> choices) : Prompt<string>(id)
{
    protected override Task<PromptRecognizerResult<string>> RecognizeAsync(
        ITurnContext turnContext, PromptOptions options, CancellationToken cancellationToken)
    {
        var pick = ChoiceRecogniser.Recognise(Buttons.AnswerOf(turnContext.Activity), choices);
        return Task.FromResult(pick.IsPicked
            ? PromptRecognizerResult.Of<string>(choices[pick.Index].Title)
            : new());
    }

    protected override Task OnPromptAsync(
        ITurnContext turnContext, PromptOptions options, bool isRetry, CancellationToken cancellationToken)
    {
        Buttons.Show(options, choices.Select(choice => choice.Title));
        return base.OnPromptAsync(turnContext, options, isRetry, cancellationToken);
    }
}
