using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Wizard;

/// <summary>Begin the onboarding at Kraken.</summary>
internal sealed record StartOnboarding : Step
{
    public override string StatusKey => "status.next.Wait";

    public override bool IsWatched => false;

    public override StepRun Run(Turn turn) => new StepRun.Act(cancellationToken =>
        StartAsync(turn.Tenant, turn.Facts, new OnboardingChanges(turn.Commands, turn.Facts), cancellationToken));

    /// <summary>Somebody may have begun, or finished, elsewhere meanwhile: looked at once more before anything is started.</summary>
    private static async Task StartAsync(Tenant tenant, JourneyFacts facts, OnboardingChanges changes, CancellationToken cancellationToken)
    {
        if (await tenant.FindResumableAsync(cancellationToken) is { } view)
        {
            facts.Update(journey => journey with { Wizard = view.Token, DeviceId = view.DeviceId, LiveToldAt = null });
            await tenant.ReadAsync(cancellationToken);
            return;
        }

        // What was told of an earlier device says nothing about this one.
        facts.Update(journey => journey with { LiveToldAt = null, KeyLinkOpenedFor = null, VirtualKeyUri = null, Test = new() });
        changes.Start();
    }
}
