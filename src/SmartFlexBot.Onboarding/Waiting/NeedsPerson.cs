using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Waiting;

/// <summary>Only a person can help from here.</summary>
internal sealed record NeedsPerson(string? Code) : Step
{
    public override string Key => $"NeedsPerson:{Code}";

    public override string StatusKey => "status.next.Person";

    public override bool IsWatched => false;

    public override StepRun Run(Turn turn) => new StepRun.Tell(new Explanation(turn.Voice, "person.needed"));
}
