using System.Numerics;
using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Dialogs;

namespace SmartFlexBot.ProbeBot.Prompts;

/// <summary>
/// Asks for a number. The whole answer is the number, in the way it is written in the turn's language, or a number with one of
/// <paramref name="units"/>. A fraction is no answer for an integer type.
/// </summary>
/// <param name="units">Words that may follow the number, such as "kWh"; casing does not matter.</param>
public sealed class NumberPrompt<T>(string id, PromptValidator<T>? validator = null, IReadOnlyList<string>? units = null)
    : Prompt<T>(id, validator)
    where T : struct, INumber<T>
{
    protected override Task<PromptRecognizerResult<T>> RecognizeAsync(
        ITurnContext turnContext, PromptOptions options, CancellationToken cancellationToken)
    {
        var culture = Cultures.Of(turnContext.Activity.Locale ?? turnContext.Origin.Locale);
        var number = NumberRecogniser.Recognise(turnContext.Activity.Text, culture, units ?? []);
        return Task.FromResult(number is { } value && Fits(value) is { } fitting ? PromptRecognizerResult.Of<T>(fitting) : new());
    }

    private static T? Fits(decimal number)
    {
        try
        {
            var value = T.CreateChecked(number);
            return decimal.CreateChecked(value) == number ? value : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
