using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Requests;

namespace SmartFlexBot.Onboarding.Requests;

/// <summary>A request that drops something: the customer is asked before it is done.</summary>
/// <param name="instead">What is said where there is nothing to drop, or nothing that the bot may; null to ask.</param>
internal sealed class AskFirstRequest(
    Voice voice, Conversation conversation, QuestionKind question, Func<(string Key, RequestEffect Effect)?> instead) : IRequest
{
    public bool IsForAnybody => false;

    public bool IsAboutJourney => true;

    public async Task<RequestEffect> AnswerAsync(Request request, string words)
    {
        if (instead() is var (key, effect))
        {
            await voice.SayAsync(key);
            return effect;
        }

        conversation.Remember(memory => memory with { Question = new PendingQuestion(question) });
        return RequestEffect.AskAgain;
    }
}
