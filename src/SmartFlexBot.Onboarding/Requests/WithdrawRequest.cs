using SmartFlexBot.Onboarding.Consents;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Onboarding.Wizard;
using SmartFlexBot.Recognition.Requests;

namespace SmartFlexBot.Onboarding.Requests;

/// <summary>The permissions are withdrawn at once, whatever else is going on.</summary>
internal sealed class WithdrawRequest(
    Voice voice, JourneyFacts facts, ConsentFacts consents, OnboardingChanges changes, OnboardingWatching watching, Place place) : IRequest
{
    public bool IsForAnybody => false;

    public bool IsAboutJourney => true;

    public async Task<RequestEffect> AnswerAsync(Request request, string words)
    {
        var isRegistered = place.IsRegistered;
        consents.Withdraw(words);
        if (!isRegistered)
        {
            changes.Leave();
        }

        watching.End();
        facts.Update(journey => journey with { End = JourneyEnd.CancelledByCustomer });
        await voice.SayAsync(isRegistered ? "consent.withdrawn.device" : "consent.withdrawn");
        return RequestEffect.Done;
    }
}
