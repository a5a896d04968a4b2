using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Silence;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Onboarding.Wizard;

namespace SmartFlexBot.Onboarding.Requests;

/// <summary>Shall we stop here?</summary>
internal sealed record ConfirmStop : Step
{
    public override string StatusKey => "status.next.Question";

    public override bool IsWatched => false;

    public override StepRun Run(Turn turn) =>
        new StepRun.Ask(Confirmation.Of(turn, turn.Facts.Journey.Tariff.IsSwitching ? "cancel.confirm.switch" : "cancel.confirm",
        () => StopAsync(turn.Voice, turn.Conversation, turn.Facts, new OnboardingChanges(turn.Commands, turn.Facts))));

    private static async Task StopAsync(Voice voice, Conversation conversation, JourneyFacts facts, OnboardingChanges changes)
    {
        changes.Leave();
        facts.Update(journey => journey with { End = JourneyEnd.CancelledByCustomer, Test = new(), Refused = null });
        await voice.SayAsync("cancel.done");
        conversation.Remember(memory => memory with { Told = new JourneyEnded(JourneyEnd.CancelledByCustomer).Key });
    }
}
