using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Onboarding.Turns;

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

        return new(activity.Text?.Trim() ?? "", value.Word("do"), value.Word("choice"), value.Word("card"), value);
    }

    public bool IsTicked(string input) => Inputs.Word(input) == "true";
}
