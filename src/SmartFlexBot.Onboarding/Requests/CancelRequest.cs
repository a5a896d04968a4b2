using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Requests;

namespace SmartFlexBot.Onboarding.Requests;

/// <summary>To stop here: asked before it is done.</summary>
internal sealed class CancelRequest(Voice voice, Conversation conversation, Place place) : IRequest
{
    public bool IsForAnybody => false;

    public bool IsAboutJourney => true;

    public async Task<RequestEffect> AnswerAsync(Request request, string words)
    {
        if (place.IsLive)
        {
            await voice.SayAsync("cancel.live");
            return RequestEffect.Done;
        }

        conversation.Remember(memory => memory with { Question = new PendingQuestion(QuestionKind.Cancel) });
        return RequestEffect.AskAgain;
    }
}
