using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Persons;

/// <summary>The customer was promised a call, and speaks of it: it stands, and a number is kept for who calls.</summary>
internal sealed class StandingCall(Voice voice, HandOverFacts handOvers, JourneyFacts facts, TimeProvider clock)
{
    /// <summary>Of a telephone number, as ITU-T E.164 has it; no local one is shorter.</summary>
    private const int FewestDigits = 7, MostDigits = 15;

    /// <summary>"You can reach me on" and the like may stand around it.</summary>
    private const int MostLetters = 30;

    public static StandingCall Of(Turn turn) => new(turn.Voice, turn.HandOvers, turn.Facts, turn.Clock);

    private Promise? Promised => facts.IsKnown
        ? facts.Journey.Promises.LastOrDefault(promise =>
            promise.Kind == nameof(DeskTaskKind.CallBack) && promise.DueAt > clock.GetUtcNow())
        : null;

    /// <returns>False where no call was promised, or its time is over.</returns>
    public async Task<bool> TellAsync()
    {
        if (Promised is not { } promise)
        {
            return false;
        }

        await voice.SayAsync("callback.stands", ("by", voice.Moment(promise.DueAt)));
        return true;
    }

    /// <returns>False where it is no telephone number, or no call was promised.</returns>
    public async Task<bool> TakeNumberAsync(Reply reply, CancellationToken cancellationToken)
    {
        if (reply.IsCard || Promised is not { } promise || !IsNumber(reply.Text)
            || !await handOvers.NoteOnTaskAsync(promise.TaskId, reply.Text.Trim(), cancellationToken))
        {
            return false;
        }

        await voice.SayAsync("callback.number", ("by", voice.Moment(promise.DueAt)));
        return true;
    }

    private static bool IsNumber(string text) =>
        text.Count(char.IsAsciiDigit) is >= FewestDigits and <= MostDigits && text.Count(char.IsLetter) <= MostLetters;
}
