using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Dialogs;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.ProbeBot.Prompts;

/// <summary>Answers as buttons on a question. Title and value are equal, as clients differ in which they send (rule A7361).</summary>
internal static class Buttons
{
    /// <summary>A question that brings buttons or a card of its own keeps them.</summary>
    public static void Show(PromptOptions options, IEnumerable<string> titles)
    {
        foreach (var question in new[] { options.Prompt, options.RetryPrompt }.OfType<Activity>())
        {
            if (question is { SuggestedActions: null, Attachments: null or { Count: 0 } })
            {
                question.SuggestedActions = new SuggestedActions
                {
                    Actions = [.. titles.Select(title => new CardAction { Type = "imBack", Title = title, Value = title })],
                };
            }
        }
    }

    /// <summary>The text, or the value of a button that sends no text.</summary>
    public static string AnswerOf(Activity activity) =>
        activity.Text ?? (activity.Value is JsonValue value && value.TryGetValue<string>(out var text) ? text : "");
}
