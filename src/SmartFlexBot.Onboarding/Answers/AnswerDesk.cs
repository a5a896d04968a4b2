using SmartFlexBot.Onboarding.Cards;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Tariffs;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Questions;

namespace SmartFlexBot.Onboarding.Answers;

/// <summary>Answers what a customer asks, and lets the open question stand again in one line.</summary>
internal sealed class AnswerDesk(
    Voice voice, Conversation conversation, JourneyFacts facts, SubjectList subjects, MarketSettings market)
{
    public static AnswerDesk Of(Turn turn) => new(turn.Voice, turn.Conversation, turn.Facts, turn.Subjects, turn.Market);

    /// <summary>What is known of it: its own subjects, or the step's for who asks no more than "why?".</summary>
    public IReadOnlyList<string> SubjectsOf(Question question, Step step) => question switch
    {
        { Form: QuestionForm.Bare } when subjects.At(step.StatusKey) is { } explained => [explained],
        _ => question.Known,
    };

    /// <summary>Where a device is asked for, it may be one that is named.</summary>
    public bool MayNameDevice(IReadOnlyList<string> asked) => asked.Any(subject => subjects[subject].IsHeardAsDevice);

    /// <param name="step">What is open, null for nothing: an offer on the screen answers for itself.</param>
    /// <param name="language">The customer's, which may not be the one that is spoken so far.</param>
    public async Task AnswerAsync(IReadOnlyList<string> asked, Step? step, string language)
    {
        foreach (var subject in asked)
        {
            if (OfOffer(subject, step, language) is { } answer)
            {
                await voice.SayPlainlyAsync(answer);
                continue;
            }

            var (key, fact) = subjects.AnswerOf(subject, market, text => voice.TextIn(language, text));
            await voice.SayInAsync(
                language, key, ("value", fact), ("minutes", market.TestCharge.Minutes.ToString(voice.Culture)));
        }
    }

    public Task OwnUpAsync() => voice.SayAsync("answer.unknown");

    /// <summary>The card that asks it is still there; a typed yes belongs to it as a whole again.</summary>
    public Task StandAgainAsync(Step step)
    {
        conversation.Remember(memory => memory with { AskedPurpose = null });
        return voice.AskAsync(voice.Has(step.OpenKey) ? step.OpenKey : "open.Other");
    }

    private string? OfOffer(string subject, Step? step, string language) =>
        facts.IsKnown ? new OfferAnswers(voice.In(language), facts.Journey.Tariff).Of(subject, step) : null;
}
