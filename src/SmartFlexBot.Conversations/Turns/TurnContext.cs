using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Conversations.Turns;

internal sealed class TurnContext(
    Activity activity,
    ConversationKey conversation,
    ConversationOrigin origin,
    TurnState state,
    ITurnEffects effects,
    int attempt,
    string? protectedValue) : ITurnContext
{
    public Activity Activity => activity;
    public ConversationKey Conversation => conversation;
    public ConversationOrigin Origin => origin;
    public TurnState State => state;
    public string? ProtectedValue => protectedValue;
    public int Attempt => attempt;
    public ITurnEffects Effects => effects;
    public bool Responded { get; private set; }

    public Task SendActivityAsync(Activity activity, CancellationToken cancellationToken = default)
    {
        Responded = true;
        effects.Send(activity);
        return Task.CompletedTask;
    }

    public Task SendActivityAsync(string text, string? inputHint = null, CancellationToken cancellationToken = default) =>
        SendActivityAsync(
            new Activity { Type = ActivityTypes.Message, Text = text, TextFormat = TextFormats.Plain, InputHint = inputHint },
            cancellationToken);
}
