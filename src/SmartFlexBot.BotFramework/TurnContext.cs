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
    string? protectedValue = null) : ITurnContext
{
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

    /// <summary>Sends a copy: the same activity object can be sent in many conversations. What it sets itself is kept.</summary>
    public Task SendActivityAsync(Activity activity, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var reply = ActivityJson.Copy(activity);
        reply.Type ??= ActivityTypes.Message;
        Address(reply);
        if (reply.Type == ActivityTypes.Message)
        {
            reply.TextFormat ??= TextFormats.Plain;
            reply.InputHint ??= InputHints.AcceptingInput;
        }

        effects.Send(reply);
        Responded |= reply.Type != ActivityTypes.Typing;
        return Task.CompletedTask;
    }

    private void Address(Activity reply)
    {
        // The channel numbers and dates what it carries.
        reply.Id = null;
        reply.Timestamp = null;
        reply.ChannelId = conversation.ChannelId;
        reply.Conversation = new ConversationAccount
        {
            Id = conversation.ConversationId,
            IsGroup = activity.Conversation?.IsGroup,
            ConversationType = activity.Conversation?.ConversationType,
            TenantId = activity.Conversation?.TenantId,
            Name = activity.Conversation?.Name,
        };
        reply.Locale ??= activity.Locale ?? origin.Locale;

        // Events that happen by themselves come from nobody; what they lead to is said to the customer all the same.
        var fromCustomer = activity.Type is ActivityTypes.Message or ActivityTypes.Invoke;
        if (activity.Type == ActivityTypes.Message)
        {
            reply.ReplyToId ??= activity.Id;
        }

        reply.From ??= Account(activity.Recipient is { } bot && bot.Id != origin.UserId ? bot : null);
        reply.From.Role ??= RoleTypes.Bot;
        reply.Recipient ??= Account(fromCustomer && activity.From?.Id is not null ? activity.From : new() { Id = origin.UserId, Name = origin.UserName });
        reply.Recipient.Role ??= RoleTypes.User;
    }

    private static ChannelAccount Account(ChannelAccount? account) =>
        new() { Id = account?.Id, Name = account?.Name, AadObjectId = account?.AadObjectId };
}
