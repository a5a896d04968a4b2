using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Onboarding.Wizard;
using SmartFlexBot.Recognition.Requests;

namespace SmartFlexBot.Onboarding.Requests;

/// <summary>Another car or charger.</summary>
internal sealed class ChangeRequest(Voice voice, Conversation conversation, JourneyFacts facts, OnboardingChanges changes, Place place)
    : IRequest
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

        changes.Leave();
        facts.Update(journey => journey with { Vehicle = null, ChargePoint = null, DevicesConfirmed = false, Chosen = null });
        conversation.Remember(memory => memory with { Offers = [] });
        await voice.SayAsync("change.done");
        return RequestEffect.AskAgain;
    }
}
