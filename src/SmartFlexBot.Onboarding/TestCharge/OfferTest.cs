using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Onboarding.Wizard;

namespace SmartFlexBot.Onboarding.TestCharge;

/// <summary>May the test charge start now? Who has agreed in advance is not asked again.</summary>
internal sealed record OfferTest(WizardStep.TestCharge Wizard) : Step
{
    public override string Key => $"OfferTest:{Wizard.Id}";

    public override string StatusKey => "status.next.OfferTest";

    public override bool IsWatched => true;

    public override StepRun Run(Turn turn)
    {
        var start = new TestStart(turn.Facts, new OnboardingChanges(turn.Commands, turn.Facts), Wizard);
        return turn.Facts.Journey.Test.AgreedInAdvance
            ? StepRun.Act.Now(() => start.Now(test => test with { AgreedInAdvance = false }))
            : new StepRun.Ask(new OfferTestQuestion(turn.Voice, TestCard.Of(turn), start, this));
    }
}

internal sealed class OfferTestQuestion(Voice voice, TestCard card, TestStart start, OfferTest step) : IQuestion
{
    public string Id => "offer-test";

    public Task AskAsync(bool again, CancellationToken cancellationToken) => again ? voice.AskAsync("test.retry") : card.ShowAsync();

    public async Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken)
    {
        if (Affirmation.IsLater(voice, reply))
        {
            await card.PutOffAsync(step);
            return true;
        }

        if (!Affirmation.IsStart(voice, reply))
        {
            return false;
        }

        start.Now(test => test);
        return true;
    }
}
