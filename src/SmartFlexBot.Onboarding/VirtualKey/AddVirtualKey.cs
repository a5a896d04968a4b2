using SmartFlexBot.Onboarding.Persons;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.TestCharge;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Onboarding.Wizard;
using SmartFlexBot.Recognition.Obstacles;

namespace SmartFlexBot.Onboarding.VirtualKey;

/// <summary>Tesla's virtual key has to be added.</summary>
/// <param name="Opened">The link was opened, which says nothing about approval; or the customer wants to go on without the key.</param>
internal sealed record AddVirtualKey(WizardStep.TeslaSetupVirtualKey Wizard, bool Opened) : Step
{
    /// <summary>Whether it was opened or not, it is one question: what its first card says is never out of date.</summary>
    public override string Key => KeyOf(Wizard.Id);

    public override string StatusKey => "status.next.AddVirtualKey";

    public override bool IsWatched => true;

    public override StepRun Run(Turn turn) => new StepRun.Ask(new AddVirtualKeyQuestion(
        turn.Voice, turn.Facts, new KeyCard(turn.Voice, turn.Links, turn.Conversation.Memory.IsOnPhone, Wizard), TestCard.Of(turn),
        StuckAid.Of(turn), new OnboardingChanges(turn.Commands, turn.Facts), this))
    { HearsObstacles = true };

    public static string KeyOf(string wizardStep) => $"AddVirtualKey:{wizardStep}";
}

/// <summary>
/// The link that adds the key. Once it was opened, the test charge is offered at once, beside the link: starting it says as well that the
/// key is there, and only the test can show whether it is.
/// </summary>
internal sealed class AddVirtualKeyQuestion(
    Voice voice, JourneyFacts facts, KeyCard card, TestCard test, StuckAid aid, OnboardingChanges changes, AddVirtualKey step) : IQuestion
{
    /// <summary>What the card's button "I've added the key" carries.</summary>
    public const string Added = "key-added";

    private bool _isAnswered;

    public string Id => "add-virtual-key";

    public async Task AskAsync(bool again, CancellationToken cancellationToken)
    {
        if (!again)
        {
            await (step.Opened ? OfferTestAsync("key.then-test") : card.ShowAsync("key.text"));
        }
        else if (!_isAnswered)
        {
            aid.Count(step.Key);
            await voice.AskAsync("key.retry");
        }

        await aid.OfferAsync(step.Key);
    }

    public async Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken)
    {
        if (!reply.IsCard && ObstacleRecogniser.Recognise(reply.Text) is { } obstacle)
        {
            _isAnswered = true;
            await HelpOverAsync(obstacle);
            return false;
        }

        if (step.Opened && Affirmation.IsLater(voice, reply))
        {
            await test.PutOffAsync(step);
            return true;
        }

        var starts = Affirmation.IsStart(voice, reply);
        if (!starts && !Affirmation.IsDone(voice, reply) && reply.Do != Added)
        {
            return false;
        }

        // "Done" is about the key; only who says "start" has agreed to the test charge, and only this time.
        var agrees = step.Opened && starts;
        facts.Update(journey => journey with { Test = journey.Test with { AgreedInAdvance = agrees }, VirtualKeyUri = step.Wizard.Uri });
        changes.Done(step.Wizard);
        return true;
    }

    private Task HelpOverAsync(Obstacle obstacle)
    {
        switch (obstacle)
        {
            case Obstacle.NotMine:
                aid.Count(step.Key);
                return card.ShowAsync("key.owner");
            case Obstacle.NothingHappens:
                aid.Count(step.Key);
                return card.ShowAsync("key.nothing");
            default:
                // Whether a car needs the key shows in the test.
                facts.Update(journey => journey with { KeyLinkOpenedFor = step.Wizard.Id });
                return OfferTestAsync("key.skip");
        }
    }

    private Task OfferTestAsync(string why) => test.ShowAsync(voice.Text(why), card.NewLink());
}
