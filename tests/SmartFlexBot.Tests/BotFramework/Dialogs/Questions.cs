using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Dialogs;

namespace SmartFlexBot.Tests.BotFramework.Dialogs;

internal static class Questions
{
    public static PromptOptions Ask(string question, string? retry = null) => new()
    {
        Prompt = MessageFactory.Text(question),
        RetryPrompt = retry is null ? null : MessageFactory.Text(retry),
    };

    /// <summary>A dialog that asks one question and says what came of it.</summary>
    public static DialogScript Script(Dialog prompt, PromptOptions question, string? locale = "en")
    {
        var root = new WaterfallDialog("root")
            .AddStep("ask", (step, ct) => step.PromptAsync(prompt.Id, question, ct))
            .AddStep("tell", (step, ct) => step.EndDialogAsync(step.Result, ct));
        return new DialogScript(new DialogSet().Add(root).Add(prompt), "root", locale);
    }

    /// <summary>What the prompt returns for an answer; null when it asked again.</summary>
    public static async Task<object?> AnswerAsync(Dialog prompt, PromptOptions question, string answer, string? locale = "en")
    {
        var script = Script(prompt, question, locale);
        await script.SayAsync("hi");
        await script.SayAsync(answer);
        script.Result!.Status.ShouldBeOneOf(DialogTurnStatus.Complete, DialogTurnStatus.Waiting);
        return script.Result.Status == DialogTurnStatus.Complete ? script.Result.Result : null;
    }
}
