using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.BotFramework;

/// <inheritdoc cref="ITurnContext"/>
public sealed class TurnContext(
    Activity activity,
    ConversationKey conversation,
    ConversationOrigin origin,
    TurnState state,
    ITurnEffects effects,
    int attempt = 0,
    string? protectedValue = null,
    ReplyWriter? replies = null) : ITurnContext
{
    private readonly ReplyWriter _replies = replies ?? new(activity, conversation, origin);

    public Activity Activity => activity;

    public ConversationKey Conversation => conversation;

    public ConversationOrigin Origin => origin;

    public TurnState State => state;

    public string? ProtectedValue => protectedValue;

    public int Attempt => attempt;

    public ITurnEffects Effects => effects;

    public bool Responded { get; private set; }

    public Task SendActivityAsync(string text, string? inputHint = null, CancellationToken cancellationToken = default) =>
        SendActivityAsync(MessageFactory.Text(text, inputHint: inputHint), cancellationToken);

    /// <summary>Sends it as it is now: the same activity object can be sent in many conversations. What it sets itself is kept.</summary>
    public Task SendActivityAsync(Activity activity, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        effects.Send(_replies.Write(activity));
        Responded |= activity.Type != ActivityTypes.Typing;
        return Task.CompletedTask;
    }
}
