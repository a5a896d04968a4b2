using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Dialogs;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Flow;

/// <summary>Waits for the answer to a question that its waterfall has sent, whatever it is.</summary>
internal sealed class ReplyPrompt() : Prompt<Reply>(PromptId)
{
    public const string PromptId = "reply";

    protected override Task<PromptRecognizerResult<Reply>> RecognizeAsync(
        ITurnContext turnContext, PromptOptions options, CancellationToken cancellationToken) =>
        Task.FromResult(new PromptRecognizerResult<Reply> { Succeeded = true, Value = Reply.Of(turnContext.Activity) });
}
