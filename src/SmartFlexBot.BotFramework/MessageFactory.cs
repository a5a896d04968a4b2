using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.BotFramework;

/// <summary>
/// Messages, without addressing: <see cref="ITurnContext.SendActivityAsync(Activity, CancellationToken)"/> fills that in.
/// </summary>
public static class MessageFactory
{
    public static Activity Text(string text, string? speak = null, string? inputHint = null) =>
        new() { Type = ActivityTypes.Message, Text = text, Speak = speak, InputHint = inputHint };

    public static Activity Attachment(Attachment attachment, string? text = null, string? speak = null, string? inputHint = null) =>
        new() { Type = ActivityTypes.Message, Attachments = [attachment], Text = text, Speak = speak, InputHint = inputHint };

    /// <summary>Buttons that say what is on them.</summary>
    public static Activity SuggestedActions(
        IEnumerable<string> actions, string? text = null, string? speak = null, string? inputHint = null) =>
        SuggestedActions(
            actions.Select(action => new CardAction { Type = "imBack", Title = action, Value = action }), text, speak, inputHint);

    public static Activity SuggestedActions(
        IEnumerable<CardAction> actions, string? text = null, string? speak = null, string? inputHint = null) =>
        new()
        {
            Type = ActivityTypes.Message,
            SuggestedActions = new SuggestedActions { Actions = [.. actions] },
            Text = text,
            Speak = speak,
            InputHint = inputHint,
        };
}
