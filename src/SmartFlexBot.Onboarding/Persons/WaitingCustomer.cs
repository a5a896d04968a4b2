using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Languages;
using SmartFlexBot.Recognition.Requests;

namespace SmartFlexBot.Onboarding.Persons;

/// <summary>
/// The customer writes while the chat is not the bot's. It stands in the thread, and nothing is answered but what is about waiting itself,
/// and danger while nobody is there to answer it.
/// </summary>
internal sealed class WaitingCustomer(
    Voice voice, Conversation conversation, HandOverFacts handOvers, JourneyFacts facts, Attendance attendance, HandOverTimers timers,
    EmergencyTexts emergencies, MarketSettings market, TimeProvider clock)
{
    public static WaitingCustomer Of(Turn turn) => new(
        turn.Voice, turn.Conversation, turn.HandOvers, turn.Facts, Attendance.Of(turn), HandOverTimers.Of(turn),
        new EmergencyTexts(turn.Market.Emergency), turn.Market, turn.Clock);

    /// <param name="files">Sent along.</param>
    public Task HearAsync(Reply reply, IReadOnlyList<ParcelFile> files)
    {
        if (files.Count > 0)
        {
            handOvers.AddFiles(files, by: null, market.Desk?.Files ?? new());
        }

        var asked = reply.IsCard || reply.Text.Length > Reply.MaximumLength ? null : RequestRecogniser.Recognise(reply.Text);
        Note(asked);
        return handOvers.Open!.State == HandOverState.Active ? Task.CompletedTask : AnswerAsync(reply, asked);
    }

    /// <summary>They have written in another chat of theirs, and are answered there.</summary>
    public void HearElsewhere(string text)
    {
        var asked = text.Length > Reply.MaximumLength ? null : RequestRecogniser.Recognise(text);
        Note(asked);
        if (asked is { IsUrgent: true } && HandOverReasons.Of(asked.Kind) is { } reason)
        {
            Raise(reason);
        }
    }

    public Task LeaveAsync()
    {
        handOvers.Move(HandOverTrigger.Left);
        timers.Restart(handOvers.Ended!);
        return voice.SayAsync("handover.left");
    }

    /// <param name="asked">What it sounds like; null for nothing that is known.</param>
    private void Note(Request? asked)
    {
        var now = clock.GetUtcNow();
        var wasAnswered = !handOvers.Open!.IsUnanswered;
        handOvers.Update(open => open with { HeardAt = now, IsAnswered = false, IsAskedWhetherWaiting = false });
        if (facts.IsKnown)
        {
            // News of the journey's other conversations is left to this one.
            facts.Update(journey => journey with { HeardAt = now, Nudges = 0, TellIn = conversation.Key });
        }

        if (handOvers.Open!.State != HandOverState.Active)
        {
            return;
        }

        if (asked is { IsUrgent: true })
        {
            handOvers.Update(open => open with { Facts = [.. open.Facts, new HandOverFact(now, "danger", asked.Kind.ToString())] });
        }

        if (wasAnswered)
        {
            timers.Set(handOvers.Open!, HandOverTimerKind.Owner, HandOverTimers.OwnerEvery);
        }
    }

    /// <summary>Who writes in another language than they are spoken to in is answered in it: nobody asks them about it meanwhile.</summary>
    private Voice VoiceFor(Reply reply) =>
        !reply.IsCard && LanguageRecogniser.Recognise(reply.Text) is { } language && market.Languages.Contains(language)
            ? voice.In(language)
            : voice;

    private Task AnswerAsync(Reply reply, Request? asked)
    {
        var answer = VoiceFor(reply);
        if (asked is { IsUrgent: true } && HandOverReasons.Of(asked.Kind) is { } reason)
        {
            Raise(reason);
            return answer.SayOfHandOverAsync(answer.Text(emergencies.KeyOf(asked.Kind)));
        }

        if (asked is { Kind: RequestKind.Cancel or RequestKind.Back } || IsCarryOn(reply, voice) || IsCarryOn(reply, answer))
        {
            return LeaveAsync();
        }

        return asked is { Kind: RequestKind.Human or RequestKind.Status }
            ? answer.SayOfHandOverAsync(
                new QueuePlace(answer, attendance).Beside("handover.waiting", handOvers.Open!), answer.Text("handover.carry-on"))
            : Task.CompletedTask;
    }

    private static bool IsCarryOn(Reply reply, Voice voice) =>
        !reply.IsCard && (voice.IsCaption("handover.carry-on", reply.Text) || voice.IsCaption("words.go-on", reply.Text));

    /// <summary>What is more urgent than it was goes forward in the queue.</summary>
    private void Raise(HandOverReason reason)
    {
        if (HandOverRules.Of(reason).Priority > handOvers.Open!.Priority)
        {
            handOvers.Update(open => open with { Reason = reason });
        }
    }
}
