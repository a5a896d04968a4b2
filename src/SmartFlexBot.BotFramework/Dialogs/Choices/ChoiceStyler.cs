using System.Globalization;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.BotFramework.Dialogs;

/// <summary>Puts choices on a question. The channel's renderer makes of them what fits there.</summary>
internal static class ChoiceStyler
{
    public static void Show(IReadOnlyList<Choice> choices, PromptOptions options, ListStyle style)
    {
        if (choices.Count == 0)
        {
            return;
        }

        foreach (var question in new[] { options.Prompt, options.RetryPrompt }.OfType<Activity>())
        {
            Show(question, choices, style);
        }
    }

    private static void Show(Activity question, IReadOnlyList<Choice> choices, ListStyle style)
    {
        switch (style)
        {
            case ListStyle.None:
            case ListStyle.Auto when question.SuggestedActions is not null || question.Attachments is { Count: > 0 }:
                return;
            case ListStyle.List:
                var lines = choices.Select((choice, index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {choice.Value}"));
                question.Text = string.Join('\n', string.IsNullOrEmpty(question.Text) ? lines : lines.Prepend(question.Text));
                return;
            default:
                question.SuggestedActions = new SuggestedActions { Actions = [.. choices.Select(Button)] };
                return;
        }
    }

    /// <summary>Title and value are equal, as clients differ in which they send (rule A7361).</summary>
    private static CardAction Button(Choice choice) =>
        choice.Action ?? new CardAction { Type = "imBack", Title = choice.Value, Value = choice.Value };
}
