using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Persons;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Waiting;

/// <summary>Only a person can help from here.</summary>
internal sealed record NeedsPerson(string? Code) : Step
{
    public override string Key => $"NeedsPerson:{Code}";

    public override string StatusKey => "status.next.Person";

    public override bool IsWatched => false;

    /// <summary>Where there is a desk, one is called once; then whoever comes back to it may ask.</summary>
    public override StepRun Run(Turn turn)
    {
        var (persons, conversation) = (PersonCall.Of(turn), turn.Conversation);
        if (!persons.HasDesk)
        {
            return new StepRun.Tell(new Explanation(turn.Voice, "person.needed"));
        }

        return conversation.Memory.CalledAt == Key
            ? new StepRun.Tell(new Explanation(turn.Voice, "open.Person"))
            : new StepRun.Act(async _ =>
            {
                conversation.Remember(memory => memory with { CalledAt = Key });
                await persons.CallAsync(HandOverReason.DeadEnd, words: "", "person.needed");
            });
    }
}
