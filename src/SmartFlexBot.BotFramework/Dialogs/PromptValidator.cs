namespace SmartFlexBot.BotFramework.Dialogs;

/// <summary>
/// Decides about an answer. Also called when none was recognised. One that sends a message of its own replaces the retry prompt;
/// one that sets <see cref="PromptRecognizerResult{T}.Value"/> changes what the prompt returns.
/// </summary>
/// <returns>True to accept.</returns>
public delegate Task<bool> PromptValidator<T>(PromptValidatorContext<T> prompt, CancellationToken cancellationToken);

/// <param name="AttemptCount">From 1 for the first answer.</param>
public sealed record PromptValidatorContext<T>(
    ITurnContext Context, PromptRecognizerResult<T> Recognized, PromptOptions Options, int AttemptCount);

/// <summary>What a prompt made of an answer.</summary>
public sealed class PromptRecognizerResult<T>
{
    public bool Succeeded { get; set; }

    public T? Value { get; set; }
}

public static class PromptRecognizerResult
{
    public static PromptRecognizerResult<T> Of<T>(T value) => new() { Succeeded = true, Value = value };
}
