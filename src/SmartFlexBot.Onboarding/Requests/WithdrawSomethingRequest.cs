using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Requests;

namespace SmartFlexBot.Onboarding.Requests;

/// <summary>
/// "Widerruf": of what is asked only where there is both, permissions and a contract. Where there is neither, it is a no.
/// </summary>
internal sealed class WithdrawSomethingRequest(
    Conversation conversation, JourneyFacts facts, IRequest consents, IRequest contract) : IRequest
{
    public bool IsForAnybody => false;

    public bool IsAboutJourney => true;

    public Task<RequestEffect> AnswerAsync(Request request, string words)
    {
        var journey = facts.Journey;
        var hasConsents = journey.HasConsent(ConsentPurpose.DataAndLocation) || journey.HasConsent(ConsentPurpose.Control);
        switch (hasConsents, journey.Tariff.HasContract)
        {
            case (true, true):
                conversation.Remember(memory => memory with { Question = new PendingQuestion(QuestionKind.WithdrawWhich) });
                return Task.FromResult(RequestEffect.AskAgain);
            case (_, true):
                return contract.AnswerAsync(request, words);
            case (true, _):
                return consents.AnswerAsync(request, words);
            default:
                return Task.FromResult(RequestEffect.NoRequest);
        }
    }
}
