using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Onboarding.Wizard;

namespace SmartFlexBot.Onboarding.TestCharge;

/// <summary>Has Kraken start the test charge that the customer has agreed to.</summary>
internal sealed class TestStart(JourneyFacts facts, OnboardingChanges changes, WizardStep.TestCharge step)
{
    /// <param name="note">What else is remembered of the customer's answer.</param>
    public void Now(Func<TestFacts, TestFacts> note)
    {
        changes.Done(step, PendingAction.StartTest);
        facts.Update(journey => journey with { Test = note(journey.Test) with { AgreedForStep = step.Id } });
    }
}
