using System.Text.Json;
using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.BotFramework.Dialogs;

/// <summary>Asks until there is an answer that is understood and valid, and returns it.</summary>
public abstract class Prompt<T>(string id, PromptValidator<T>? validator = null) : Dialog(id)
{
    private const string OptionsKey = "options";
    private const string AttemptsKey = "attempts";

    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, JsonNode? options, CancellationToken cancellationToken)
    {
        var state = dc.ActiveDialog!.State;
        state[OptionsKey] = options?.DeepClone();
        var question = ReadOptions(state)
            ?? throw new InvalidOperationException($"Prompt '{Id}' is begun with PromptOptions. Use PromptAsync.");
        state[AttemptsKey] = 0;
        await OnPromptAsync(dc.Context, question, isRetry: false, cancellationToken);
        return EndOfTurn;
    }

    /// <summary>Messages are answers; any other activity leaves the question open.</summary>
    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken)
    {
        if (dc.Context.Activity.Type != ActivityTypes.Message)
        {
            return EndOfTurn;
        }

        var state = dc.ActiveDialog!.State;
        var options = ReadOptions(state)!;
        var attempt = ReadAttempts(state) + 1;
        state[AttemptsKey] = attempt;

        var recognized = await RecognizeAsync(dc.Context, options, cancellationToken);
        var responded = dc.Context.Responded;
        var valid = validator is null
            ? recognized.Succeeded
            : await validator(new PromptValidatorContext<T>(dc.Context, recognized, options, attempt), cancellationToken);
        if (valid)
        {
            return await dc.EndDialogAsync(recognized.Value, cancellationToken);
        }

        // Only what the validator said stands in for the question; something said earlier in the turn does not.
        if (responded || !dc.Context.Responded)
        {
            await OnPromptAsync(dc.Context, options, isRetry: true, cancellationToken);
        }

        return EndOfTurn;
    }

    /// <summary>A digression is over: the question is asked again.</summary>
    public override async Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object? result, CancellationToken cancellationToken)
    {
        await OnPromptAsync(dc.Context, ReadOptions(dc.ActiveDialog!.State)!, isRetry: false, cancellationToken);
        return EndOfTurn;
    }

    protected internal override bool CanContinue(DialogInstance instance) => ReadOptions(instance.State) is not null;

    /// <summary>Reads the answer out of the turn's message.</summary>
    protected abstract Task<PromptRecognizerResult<T>> RecognizeAsync(
        ITurnContext turnContext, PromptOptions options, CancellationToken cancellationToken);

    /// <summary>Sends the question.</summary>
    protected virtual async Task OnPromptAsync(
        ITurnContext turnContext, PromptOptions options, bool isRetry, CancellationToken cancellationToken)
    {
        if ((isRetry ? options.RetryPrompt ?? options.Prompt : options.Prompt) is not { } question)
        {
            return;
        }

        question.InputHint ??= InputHints.ExpectingInput;
        await turnContext.SendActivityAsync(question, cancellationToken);
    }

    private static int ReadAttempts(JsonObject state) =>
        state[AttemptsKey] is JsonValue value && value.TryGetValue<int>(out var attempts) ? attempts : 0;

    private static PromptOptions? ReadOptions(JsonObject state)
    {
        try
        {
            return state[OptionsKey]?.Deserialize(DialogJson.Default.PromptOptions);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
