using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Dialogs;

namespace SmartFlexBot.Onboarding.Bot;

/// <summary>A step that the customer answers.</summary>
internal interface IQuestion
{
    /// <summary>Names the dialog.</summary>
    string Id { get; }

    /// <param name="again">True when the last answer was not understood: then a sentence is enough, the card is still there.</param>
    Task AskAsync(bool again, CancellationToken cancellationToken);

    /// <returns>True when the answer was used; false to ask again.</returns>
    Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken);
}

/// <summary>Each question is a waterfall of its own: ask, wait for the reply, use it or ask again.</summary>
internal static class Question
{
    public static WaterfallDialog Dialog(IQuestion question) => new WaterfallDialog(question.Id)
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
