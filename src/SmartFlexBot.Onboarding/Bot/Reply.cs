using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Onboarding.Bot;

/// <summary>What the customer answered: a button of a card, or text.</summary>
/// <param name="Do">What the button stands for; null for text.</param>
/// <param name="Choice">The chosen option of a list; null otherwise.</param>
/// <param name="CardToken">The token of the card that was pressed. All of it comes from the browser: checked, never trusted.</param>
public sealed record Reply(string Text, string? Do, string? Choice, string? CardToken, JsonObject? Inputs)
{
    /// <summary>More than this is nobody's answer to one of our questions.</summary>
    public const int MaximumLength = 1000;

    public bool IsCard => Do is not null;

    public static Reply Of(Activity activity)
    {
        if (activity.Value is not JsonObject value)
        {
            return new(activity.Text?.Trim() ?? "", null, null, null, null);
        }

        return new(activity.Text?.Trim() ?? "", Word(value, "do"), Word(value, "choice"), Word(value, "card"), value);
    }

    public bool IsTicked(string input) => Inputs is { } inputs && Word(inputs, input) == "true";

    private static string? Word(JsonObject value, string name) =>
        value[name] is JsonValue word && word.TryGetValue(out string? text) ? text : null;
}
