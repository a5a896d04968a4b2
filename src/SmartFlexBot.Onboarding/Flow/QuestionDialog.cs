using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Dialogs;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Flow;

/// <summary>Each question is a waterfall of its own: ask, wait for the reply, use it or ask again.</summary>
internal static class QuestionDialog
{
    public static DialogSet SetOf(IQuestion question) => new DialogSet().Add(new ReplyPrompt()).Add(Of(question));

    private static WaterfallDialog Of(IQuestion question) => new WaterfallDialog(question.Id)
        .AddStep("ask", async (step, cancellationToken) =>
        {
            await question.AskAsync(step.Options is not null, cancellationToken);
            return await step.PromptAsync(ReplyPrompt.PromptId, new PromptOptions(), cancellationToken);
        })
        .AddStep("answer", async (step, cancellationToken) =>
            await question.AnswerAsync((Reply)step.Result!, cancellationToken)
                ? await step.EndDialogAsync(cancellationToken: cancellationToken)
                : await step.ReplaceDialogAsync(question.Id, new JsonObject { ["again"] = true }, cancellationToken));
}
