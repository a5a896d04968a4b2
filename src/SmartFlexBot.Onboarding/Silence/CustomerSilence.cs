using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Silence;

/// <summary>The customer has gone quiet, or is heard again: one nudge, then an end that keeps everything, then silence.</summary>
internal sealed class CustomerSilence(
    Voice voice, Conversation conversation, JourneyFacts facts, SilenceReminders reminders, TimeProvider clock)
{
    public static CustomerSilence Of(Turn turn) =>
        new(turn.Voice, turn.Conversation, turn.Facts, new SilenceReminders(turn.Reminders, turn.Market.Silence), turn.Clock);

    /// <summary>The customer was heard: the clock starts anew, and an ended journey goes on.</summary>
    public async Task BreakAsync()
    {
        var ended = facts.Journey.End is not null;
        facts.Update(journey => journey with
        {
            HeardAt = clock.GetUtcNow(),
            Nudges = 0,
            End = null,
            TellIn = conversation.Key,
            Locale = voice.Locale,
        });
        reminders.Restart();
        if (!ended)
        {
            return;
        }

        conversation.Remember(memory => memory with { Asking = null, Told = null, Later = null });
        await voice.SayAsync("ended.resume");
    }

    /// <summary>Only who has something to do is nudged, and only once.</summary>
    public Task NudgeAsync(bool isCustomersTurn)
    {
        if (!isCustomersTurn || facts.Journey.Nudges > 0)
        {
            return Task.CompletedTask;
        }

        facts.Update(journey => journey with { Nudges = journey.Nudges + 1 });
        var device = facts.Journey.ChosenDevice?.DisplayName ?? voice.Text("nudge.device");
        return voice.SayAsync("nudge", ("device", device));
    }

    /// <param name="isOver">Nothing is waited for any more.</param>
    public Task EndAsync(bool isOver)
    {
        if (isOver)
        {
            return Task.CompletedTask;
        }

        facts.Update(journey => journey with { End = JourneyEnd.Silence });
        return voice.SayAsync("ended.Silence");
    }
}
