using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Onboarding.Wizard;

namespace SmartFlexBot.Onboarding.Requests;

/// <summary>Shall we forget it all and start over?</summary>
internal sealed record ConfirmStartOver : Step
{
    public override string StatusKey => "status.next.Question";

    public override bool IsWatched => false;

    public override StepRun Run(Turn turn) =>
        new StepRun.Ask(Confirmation.Of(turn, "start-over.confirm",
        () => StartOverAsync(turn.Voice, turn.Conversation, turn.Facts, new OnboardingChanges(turn.Commands, turn.Facts))));

    public static void StartOver(Conversation conversation, JourneyFacts facts, OnboardingChanges changes)
    {
        changes.Leave();
        facts.Update(journey => journey with
        {
            Kind = null,
            Vehicle = null,
            ChargePoint = null,
            DevicesConfirmed = false,
            Chosen = null,
            DeviceId = null,
            End = null,
            Test = new(),
            Refused = null,
        });
        conversation.Remember(memory => memory with { Offers = [] });
    }

    private static Task StartOverAsync(Voice voice, Conversation conversation, JourneyFacts facts, OnboardingChanges changes)
    {
        StartOver(conversation, facts, changes);
        return voice.SayAsync("start-over.done");
    }
}
