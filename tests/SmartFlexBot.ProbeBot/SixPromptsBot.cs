using System.Globalization;
using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Dialogs;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.ProbeBot.Prompts;
using SmartFlexBot.Recognition.Choices;

namespace SmartFlexBot.ProbeBot;

/// <summary>
/// A bot to test and measure the runtime with: whatever is said first begins six prompts, and the sixth answer ends them with all six.
/// Seven turns, one reply each. No network, no cards.
/// </summary>
public sealed class SixPromptsBot : IBot
{
    private readonly DialogSet _dialogs = new DialogSet()
        .Add(new WaterfallDialog("probe")
            .AddStep("name", (step, token) => step.PromptAsync("name", Ask("What is your name?", "At least two letters, please."), token))
            .AddStep("device", (step, token) => NextAsync(step, "name", "device", Ask("Which device is it?"), token))
            .AddStep("city", (step, token) => NextAsync(step, "device", "text", Ask("Which city do you live in?"), token))
            .AddStep("miles", (step, token) => NextAsync(step, "city", "number", Ask("How many miles a day?", "A number, please."), token))
            .AddStep("note", (step, token) => NextAsync(step, "miles", "text", Ask("Anything to add?"), token))
            .AddStep("sure", (step, token) => NextAsync(step, "note", "confirm", Ask("Is that all right?", "Yes or no, please."), token))
            .AddStep("end", async (step, token) =>
            {
                Keep(step, "sure");
                await step.Context.SendActivityAsync($"Done: {string.Join(", ", step.Values.Select(answer => answer.Value))}", null, token);
                return await step.EndDialogAsync(null, token);
            }))
        .Add(new TextPrompt("name", (prompt, _) => Task.FromResult(prompt.Recognized is { Succeeded: true, Value.Length: >= 2 })))
        .Add(new ChoicePrompt("device", new Choice("Car"), new Choice("Charger"), new Choice("Battery")))
        .Add(new TextPrompt("text"))
        .Add(new NumberPrompt<int>("number"))
        .Add(new ConfirmPrompt("confirm"));

    /// <summary>What leads to the end, in order: the greeting and six answers.</summary>
    public static IReadOnlyList<string> Answers { get; } = ["hi", "Ada", "Charger", "Leeds", "30", "nothing", "yes"];

    /// <summary>How the bot replies to each of <see cref="Answers"/>.</summary>
    public static IReadOnlyList<string> Replies { get; } =
    [
        "What is your name?", "Which device is it?", "Which city do you live in?", "How many miles a day?", "Anything to add?",
        "Is that all right?", "Done: Ada, Charger, Leeds, 30, nothing, True",
    ];

    public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        if (turnContext.Activity.Type != ActivityTypes.Message)
        {
            return;
        }

        var dialogs = await _dialogs.CreateContextAsync(turnContext, cancellationToken);
        if ((await dialogs.ContinueDialogAsync(cancellationToken)).Status == DialogTurnStatus.Empty)
        {
            await dialogs.BeginDialogAsync("probe", null, cancellationToken);
        }
    }

    /// <summary>Keeps the answer to the question before, and asks the next one.</summary>
    private static Task<DialogTurnResult> NextAsync(
        WaterfallStepContext step, string answered, string prompt, PromptOptions question, CancellationToken cancellationToken)
    {
        Keep(step, answered);
        return step.PromptAsync(prompt, question, cancellationToken);
    }

    private static void Keep(WaterfallStepContext step, string answered) =>
        step.Values[answered] = JsonValue.Create(Convert.ToString(step.Result, CultureInfo.InvariantCulture));

    private static PromptOptions Ask(string question, string? retry = null) => new()
    {
        Prompt = MessageFactory.Text(question),
        RetryPrompt = retry is null ? null : MessageFactory.Text(retry),
    };
}
