using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Persons;

/// <summary>The time of a state is over, or a hub has said something. What was set for an earlier state changes nothing.</summary>
internal sealed class TimesUp(
    Voice voice, Conversation conversation, HandOverFacts handOvers, Attendance attendance, HandOverTimers timers, TimeProvider clock)
{
    public static TimesUp Of(Turn turn) => new(
        turn.Voice, turn.Conversation, turn.HandOvers, Attendance.Of(turn), HandOverTimers.Of(turn), turn.Clock);

    public Task TakeAsync(HandOverTimer timer)
    {
        if (handOvers.Open is not { } open || open.Id != timer.HandOverId || open.Since != timer.Since)
        {
            return Task.CompletedTask;
        }

        return timer.Kind switch
        {
            HandOverTimerKind.Quiet => AskWhetherWaitingAsync(open),
            HandOverTimerKind.Gone => TakeSilenceAsync(open),
            HandOverTimerKind.Expired => EndAsync(HandOverTrigger.Expired, open.State == HandOverState.Requested),
            HandOverTimerKind.Owner => LookForOwnerAsync(open),
        };
    }

    public Task TakeAsync(HubStatus status)
    {
        if (handOvers.Open is not { } open || open.Id != status.HandOverId)
        {
            return Task.CompletedTask;
        }

        switch (status.Trigger)
        {
            case HandOverTrigger.Refused:
                return EndAsync(HandOverTrigger.Refused, hasFailed: true);
            case HandOverTrigger.Accepted when handOvers.Move(HandOverTrigger.Accepted):
                timers.Restart(handOvers.Open!);
                return Task.CompletedTask;
            default:
                return Task.CompletedTask;
        }
    }

    private Task AskWhetherWaitingAsync(HandOver open)
    {
        var quiet = clock.GetUtcNow() - open.HeardAt;
        if (quiet < timers.Quiet)
        {
            timers.Set(open, HandOverTimerKind.Quiet, timers.Quiet - quiet);
            return Task.CompletedTask;
        }

        handOvers.Update(waiting => waiting with { IsAskedWhetherWaiting = true });
        timers.Set(open, HandOverTimerKind.Gone, timers.Gone);
        return voice.SayOfHandOverAsync(voice.Text("handover.still-there"), voice.Text("handover.carry-on"));
    }

    private Task TakeSilenceAsync(HandOver open)
    {
        if (!open.IsAskedWhetherWaiting)
        {
            timers.Set(open, HandOverTimerKind.Quiet, timers.Quiet);
            return Task.CompletedTask;
        }

        handOvers.Move(HandOverTrigger.Left, why: "quiet");
        timers.Restart(handOvers.Ended!);
        return voice.SayAsync("handover.gone");
    }

    /// <summary>Nobody has come: the customer hears it, and what is possible instead.</summary>
    private async Task EndAsync(HandOverTrigger trigger, bool hasFailed)
    {
        if (!handOvers.Move(trigger))
        {
            return;
        }

        timers.Restart(handOvers.Ended!);
        var key = hasFailed ? "handover.failed" : "handover.nobody";
        await (handOvers.Ended!.AccountNumber is null
            ? voice.SayAsync($"{key}.contact")
            : new CallBackOffer(voice, conversation, attendance).MakeAsync(key, handOvers.Ended!.Reason, handOvers.Ended!.Id));
    }

    /// <summary>One whose browser is gone while the customer waits for an answer loses the chat to the head of the queue.</summary>
    private Task LookForOwnerAsync(HandOver open)
    {
        if (!open.IsUnanswered || open.Owner is not { } owner)
        {
            return Task.CompletedTask;
        }

        if (attendance.GoneFor(owner.Id) < TimeSpan.FromMinutes(attendance.Settings.OwnerGoneMinutes))
        {
            timers.Set(open, HandOverTimerKind.Owner, HandOverTimers.OwnerEvery);
            return Task.CompletedTask;
        }

        handOvers.Move(HandOverTrigger.Requeued, why: "gone");
        handOvers.Update(waiting => waiting with { IsAtHead = true });
        timers.Restart(handOvers.Open!);
        return voice.SayOfHandOverAsync(voice.Text("handover.requeued"));
    }
}
