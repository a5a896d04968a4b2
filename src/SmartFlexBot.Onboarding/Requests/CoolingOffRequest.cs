using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Requests;

namespace SmartFlexBot.Onboarding.Requests;

/// <summary>To cancel a tariff switch, which a person does; where there is none, it means to stop here.</summary>
internal sealed class CoolingOffRequest(Voice voice, Conversation conversation, JourneyFacts facts) : IRequest
{
    public bool IsForAnybody => false;

    public bool IsAboutJourney => true;

    public async Task<RequestEffect> AnswerAsync(Request request, string words)
    {
        if (facts.Journey.Tariff.Switch is not null)
        {
            await voice.SayAsync("tariff.cancel");
        }
        else
        {
            conversation.Remember(memory => memory with { Question = new PendingQuestion(QuestionKind.Cancel) });
        }

        return RequestEffect.AskAgain;
    }
}
