using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Onboarding.Wizard;
using SmartFlexBot.Recognition.Requests;

namespace SmartFlexBot.Onboarding.Requests;

/// <summary>Takes the newest answer back; what comes next follows from the facts that are left.</summary>
internal sealed class BackRequest(Voice voice, JourneyFacts facts, OnboardingChanges changes) : IRequest
{
    public bool IsForAnybody => false;

    public bool IsAboutJourney => true;

    public async Task<RequestEffect> AnswerAsync(Request request, string words)
    {
        if (Backwards.Of(facts.Journey) is null)
        {
            await voice.SayAsync("back.not-here");
            return RequestEffect.AskAgain;
        }

        changes.Leave();
        facts.Update(journey => Backwards.Of(journey) ?? journey);
        await voice.SayAsync("back.done");
        return RequestEffect.AskAgain;
    }
}
