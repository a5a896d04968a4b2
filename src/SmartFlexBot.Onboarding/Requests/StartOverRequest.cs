using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Requests;

namespace SmartFlexBot.Onboarding.Requests;

/// <summary>All anew: asked before it is done.</summary>
internal sealed class StartOverRequest(Voice voice, Conversation conversation, Place place) : IRequest
{
    public bool IsForAnybody => false;

    public bool IsAboutJourney => true;

    public async Task<RequestEffect> AnswerAsync(Request request, string words)
    {
        if (place.IsRegistered)
        {
            await voice.SayAsync("change.registered");
            return RequestEffect.AskAgain;
        }

        conversation.Remember(memory => memory with { Question = new PendingQuestion(QuestionKind.StartOver) });
        return RequestEffect.AskAgain;
    }
}
