using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Persons;

/// <summary>
/// The one path to a person: the chat is handed over where somebody is there; where nobody is, the truth and a time are told; and where
/// there is no desk, how else the supplier is reached.
/// </summary>
internal sealed class PersonCall(
    Voice voice, Conversation conversation, HandOverFacts handOvers, JourneyFacts facts, Attendance attendance, HandOverTimers timers,
    ConversationOrigin origin, TimeProvider clock)
{
    public static PersonCall Of(Turn turn) => new(
        turn.Voice, turn.Conversation, turn.HandOvers, turn.Facts, Attendance.Of(turn), HandOverTimers.Of(turn), turn.Origin, turn.Clock);

    public bool HasDesk => attendance.HasDesk;

    /// <summary>The customer is being asked how they want to be reached, because nobody is there: "call me" is an answer then.</summary>
    public bool IsAskedHow =>
        conversation.Memory.Question is { Kind: QuestionKind.CallBack } && WouldCallBack(HandOverReason.AskedFor);

    /// <summary>Nobody is there, and who asks would be called back.</summary>
    public bool WouldCallBack(HandOverReason reason) => WayOf(reason) == CallWay.ToCallBack;

    /// <summary>The chat is a person's now.</summary>
    public bool HasBegun => handOvers.Open is not null;

    /// <param name="words">The customer's own that lead to it; empty for none.</param>
    /// <param name="otherwise">The text that is said where there is no desk.</param>
    /// <returns>What comes next is to be decided anew: the chat is a person's, or a question has come up.</returns>
    public async Task<bool> CallAsync(HandOverReason reason, string words, string otherwise)
    {
        switch (WayOf(reason))
        {
            case CallWay.ToDesk:
                await BeginAsync(reason, words);
                return true;
            case CallWay.ToCallBack:
                await new CallBackOffer(voice, conversation, attendance).MakeAsync("handover.closed", reason);
                return true;
            case CallWay.Offered:
                await voice.SayAsync("handover.offer");
                return false;
            default:
                await voice.SayAsync(otherwise);
                return false;
        }
    }

    /// <summary>After what is said first in any case, as when something burns: where nobody is there, that is all.</summary>
    public Task CallIfThereAsync(HandOverReason reason, string words) =>
        WayOf(reason) == CallWay.ToDesk ? BeginAsync(reason, words) : Task.CompletedTask;

    private CallWay WayOf(HandOverReason reason) => attendance switch
    {
        { HasDesk: false } => CallWay.Otherwise,
        _ when attendance.WayOf(reason) == HandOverWay.Offered => CallWay.Offered,
        { IsThere: true } => CallWay.ToDesk,
        // Nobody knows how to reach who was not vouched for.
        _ => origin.AccountNumber is null ? CallWay.Otherwise : CallWay.ToCallBack,
    };

    private async Task BeginAsync(HandOverReason reason, string words)
    {
        var begun = await new HandOverRequest(voice, conversation, handOvers, origin, clock).BeginAsync(
            reason, words, CancellationToken.None);
        if (facts.IsKnown)
        {
            // What the bot has decided before in another chat of the same journey is on an old version now, and is not said.
            facts.Update(journey => journey with { HandOverId = begun.Id });
        }

        if (!attendance.HasHub)
        {
            handOvers.Move(HandOverTrigger.Accepted);
        }

        timers.Restart(handOvers.Open!);
        await voice.SayOfHandOverAsync(
            new QueuePlace(voice, attendance).Beside("handover.begun", handOvers.Open!), voice.Text("handover.carry-on"));
    }

    private enum CallWay
    {
        ToDesk,
        ToCallBack,
        Offered,
        Otherwise,
    }
}
