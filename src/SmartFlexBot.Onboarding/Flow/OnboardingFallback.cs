using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Onboarding.Cards;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Flow;

/// <summary>What the customer is told when a turn takes too long, or fails for good.</summary>
public sealed class OnboardingFallback(Texts texts, MarketSettings market) : ITurnFallback
{
    public Activity? StillChecking(Activity inbound, ConversationOrigin origin, TurnState state) =>
        Say("still-checking", inbound, origin, state);

    public Activity? Failed(Activity inbound, ConversationOrigin origin, TurnState state) => Say("failed", inbound, origin, state);

    /// <summary>Only who has said something is waiting for an answer, and only where the bot is who answers.</summary>
    private Activity? Say(string key, Activity inbound, ConversationOrigin origin, TurnState state) =>
        inbound.Type == ActivityTypes.Message && HandOverFacts.MarkOf(state).OpenId is null
        ? MessageFactory.Text(texts.Get(LanguageOf(ConversationMemory.Of(state), origin), key))
        : null;

    private string LanguageOf(ConversationMemory memory, ConversationOrigin origin) =>
        memory.Locale ?? SpokenLanguage.Of(memory, origin.Locale, market);
}
