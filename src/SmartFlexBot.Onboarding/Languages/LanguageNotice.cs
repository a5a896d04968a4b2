using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Languages;

namespace SmartFlexBot.Onboarding.Languages;

/// <summary>
/// Notices that the customer writes in another language than they are spoken to in. What they wrote is used all the same; then they
/// are asked, once, whether to go on in it. Called when that use is over, so that a question which still stands can be gone back to.
/// </summary>
internal sealed class LanguageNotice(Voice voice, Conversation conversation, JourneyFacts facts, MarketSettings market)
{
    /// <returns>True when the question is to be asked next.</returns>
    public bool IsDue(Reply reply)
    {
        if (reply.IsCard || conversation.Memory.Question is not null
            || LanguageRecogniser.Recognise(OwnWords(reply.Text)) is not { } language)
        {
            return false;
        }

        var offered = market.Languages.Contains(language) && language != voice.Locale;
        if (!offered || conversation.Memory.LanguagesAskedAbout.Contains(language))
        {
            return false;
        }

        conversation.Remember(memory => memory with
        {
            Question = new PendingQuestion(QuestionKind.Language, language, Standing(memory)),
            LanguagesAskedAbout = [.. memory.LanguagesAskedAbout, language],
            IsOpen = false,
        });
        return true;
    }

    private static InterruptedQuestion? Standing(ConversationMemory memory) =>
        memory is { IsOpen: true, Asking: { } step } ? new(step, memory.CardToken) : null;

    /// <summary>Without the names of makes and models: "Home" and "Long Range" are no English.</summary>
    private string OwnWords(string text) => !facts.IsKnown ? text
        : new[] { facts.Journey.Vehicle, facts.Journey.ChargePoint }
            .Select(answer => answer is { IsDevice: true, Words: { Length: > 0 } words } ? words : null)
            .OfType<string>()
            .Aggregate(text, (rest, words) => rest.Replace(words, " ", StringComparison.OrdinalIgnoreCase));
}
