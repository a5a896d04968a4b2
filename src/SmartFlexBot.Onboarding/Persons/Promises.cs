using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Persons;

/// <summary>What people have promised: the bot knows of it, and says so when it is asked how it stands.</summary>
internal sealed class Promises(JourneyFacts facts, Voice voice)
{
    public void Add(DeskTask task)
    {
        if (facts.IsKnown)
        {
            var promise = new Promise(task.Id, task.Kind.ToString(), task.What, task.DueAt);
            facts.Update(journey => journey with { Promises = [.. journey.Promises, promise] });
        }
    }

    public void Settle(string taskId)
    {
        if (facts.IsKnown)
        {
            facts.Update(journey => journey with { Promises = [.. journey.Promises.Where(promise => promise.TaskId != taskId)] });
        }
    }

    public async Task TellAsync()
    {
        foreach (var promise in facts.Journey.Promises)
        {
            var told = voice.Text($"promise.{promise.Kind}", ("what", promise.What), ("by", voice.Moment(promise.DueAt)));
            await voice.SayPlainlyAsync(told.TrimEnd());
        }
    }
}
