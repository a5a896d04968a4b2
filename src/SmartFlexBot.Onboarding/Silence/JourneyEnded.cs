using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Silence;

/// <summary>The journey is over until the customer writes again; that was told when it ended.</summary>
internal sealed record JourneyEnded(JourneyEnd Reason) : Step
{
    public override string StatusKey => "status.next.Ended";

    public override bool IsWatched => false;

    public override StepRun Run(Turn turn) => new StepRun.Tell(new Unspoken());
}

/// <summary>Nothing is said.</summary>
internal sealed class Unspoken : INotice
{
    public Task TellAsync(bool spoken, bool told, CancellationToken cancellationToken) => Task.CompletedTask;
}
