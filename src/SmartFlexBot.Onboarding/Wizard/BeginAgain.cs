using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Wizard;

/// <summary>The onboarding at Kraken is gone: it is begun again.</summary>
internal sealed record BeginAgain(string? Code) : Step
{
    public override string StatusKey => "status.next.Wait";

    public override bool IsWatched => false;

    public override StepRun Run(Turn turn) => new StepRun.Act(_ => ForgetAsync(turn.Voice, turn.Facts, turn.Tenant));

    private static Task ForgetAsync(Voice voice, JourneyFacts facts, Tenant tenant)
    {
        facts.Update(journey => journey.DropOnboarding());
        tenant.DropOnboarding();
        return voice.SayAsync("again.text");
    }
}
