using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Persons;

/// <summary>
/// The hand-over's own chat, where the customer writes to the same person in other chats of theirs: what they write there stands here, and
/// what the person says goes there too.
/// </summary>
internal sealed class JoinedConversations(Voice voice, HandOverFacts handOvers, OtherConversations others)
{
    public static JoinedConversations Of(Turn turn) => new(turn.Voice, turn.HandOvers, turn.Others);

    public Task HearAsync(SaidElsewhere said)
    {
        Take(said);
        return voice.RepeatAsync(said.Text);
    }

    /// <summary>From now on that conversation is told too.</summary>
    public void Take(SaidElsewhere said) =>
        handOvers.Update(open => open.Joined.Contains(said.From) ? open : open with { Joined = [.. open.Joined, said.From] });

    public void Tell(DeskRequest request, string text, string? file = null) =>
        Tell(ElsewhereEvents.Answered, handOvers.Open!, new(request.HandOverId, request.By.Name, text, file, request.ClientId));

    /// <summary>It has ended in this turn, if it has.</summary>
    public void TellEnd()
    {
        if (handOvers.Ended is { } ended)
        {
            var name = ended.State == HandOverState.Ended ? ended.Moves[^1].By ?? "" : "";
            Tell(ElsewhereEvents.Over, ended, new(ended.Id, name, "", File: null, "end"));
        }
    }

    /// <summary>Who has written to one that is over is told so, and has the bot again.</summary>
    public void TellThatOver(SaidElsewhere said)
    {
        var over = ElsewhereEvents.Event(ElsewhereEvents.Over, new PersonSaid(said.HandOverId, "", "", File: null, "end"));
        others.Tell(said.From, over, $"{said.HandOverId}/end");
    }

    private void Tell(string name, HandOver handOver, PersonSaid said)
    {
        foreach (var there in handOver.Joined)
        {
            others.Tell(there, ElsewhereEvents.Event(name, said), $"{said.HandOverId}/{said.Act}");
        }
    }
}
