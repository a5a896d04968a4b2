using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Steps;

namespace SmartFlexBot.Onboarding.Bot;

/// <summary>The customer has gone quiet: one nudge, then an end that keeps everything, then silence.</summary>
internal sealed class Silence(JourneyTurn turn)
{
    public const string NudgeKey = "nudge";
    public const string EndKey = "silence";

    /// <summary>The customer was heard: the clock starts anew, and an ended journey goes on.</summary>
    public async Task BreakAsync()
    {
        var ended = turn.Journey.End is not null;
        turn.Update(journey => journey with
        {
            HeardAt = turn.Now,
            Nudges = 0,
            End = null,
            TellIn = turn.Context.Conversation.ToString(),
            Locale = turn.Locale,
        });
        var settings = turn.Services.Market.Silence;
        turn.Remind(NudgeKey, TimeSpan.FromHours(settings.NudgeAfterHours), OnboardingEvents.Event(OnboardingEvents.Nudge));
        turn.Remind(EndKey, TimeSpan.FromDays(settings.EndAfterDays), OnboardingEvents.Event(OnboardingEvents.Silence));
        if (!ended)
        {
            return;
        }

        turn.Remember(memory => memory with { Asking = null, Told = null, Later = null });
        await turn.SayAsync("ended.resume");
    }

    /// <summary>Only who has something to do is nudged, and only once.</summary>
    public Task NudgeAsync(Step step)
    {
        var theirTurn = step is Step.SignIn || Questions.Of(step, turn) is not null;
        if (!theirTurn || turn.Journey.Nudges > 0)
        {
            return Task.CompletedTask;
        }

        turn.Update(journey => journey with { Nudges = journey.Nudges + 1 });
        var device = turn.Journey.ChosenDevice?.DisplayName ?? turn.Text("nudge.device");
        return turn.SayAsync("nudge", ("device", device));
    }

    public Task EndAsync(Step step)
    {
        if (step is Step.Live or Step.Ended)
        {
            return Task.CompletedTask;
        }

        turn.Update(journey => journey with { End = JourneyEnd.Silence });
        return turn.SayAsync("ended.Silence");
    }
}
