using SmartFlexBot.BotFramework;

namespace SmartFlexBot.Onboarding.Turns;

/// <summary>
/// Which account the conversation acts for. A change counts from the next turn on: this one has read, and may have said, what is the
/// other's.
/// </summary>
internal sealed class ConversationAccount(ITurnContext context, Conversation conversation, OtherConversations events)
{
    /// <param name="until">When they have to sign in again.</param>
    public void SignIn(string accountNumber, DateTimeOffset until)
    {
        context.Effects.ChangeOrigin(context.Origin with { AccountNumber = accountNumber, SignedInUntil = until });
        conversation.BeginAnew();
        events.Tell(
            conversation.Key, OnboardingEvents.Event(OnboardingEvents.AccountChanged), $"{OnboardingEvents.AccountChanged}/{events.Cause}");
    }

    public void SignOut()
    {
        context.Effects.ChangeOrigin(context.Origin with { AccountNumber = null, SignedInUntil = null });
        conversation.BeginAnew();
    }
}
