using SmartFlexBot.Onboarding.Bot;
using SmartFlexBot.Onboarding.Commands;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Onboarding.Steps;

/// <summary>Asks whether the test charge may start now.</summary>
internal sealed class OfferTest(JourneyTurn turn, Step.OfferTest step) : IQuestion
{
    public string Id => "offer-test";

    public Task AskAsync(bool again, CancellationToken cancellationToken) => again ? turn.AskAsync("test.retry") : TestCard.ShowAsync(turn);

    public async Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken)
    {
        if (Affirmation.IsLater(turn, reply))
        {
            await TestCard.PutOffAsync(turn, step);
            return true;
        }

        if (!Affirmation.IsStart(turn, reply))
        {
            return false;
        }

        turn.Command(WizardChange.Complete, PendingAction.StartTest, step.Wizard.Id, new StepAnswer.Done());
        turn.Update(journey => journey with { Test = journey.Test with { AgreedForStep = step.Wizard.Id } });
        return true;
    }
}
