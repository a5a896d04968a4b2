using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Persons;

/// <summary>Who has tried twice in vain to do something outside the chat is offered a person.</summary>
internal sealed class StuckAid(Voice voice, Conversation conversation, PersonCall persons)
{
    private const int Enough = 2;

    public static StuckAid Of(Turn turn) => new(turn.Voice, turn.Conversation, PersonCall.Of(turn));

    /// <param name="step">The key of the step; where that changes with each try, what the tries have in common.</param>
    public void Count(string step) => conversation.Remember(memory => memory with { Tries = new(step, TriesOf(step) + 1) });

    /// <summary>Where there is a desk, once: who does not want a person is not asked at each further try.</summary>
    public async Task OfferAsync(string step)
    {
        var tries = TriesOf(step);
        if (tries >= Enough && !persons.HasDesk)
        {
            await voice.SayAsync("elsewhere.person");
        }
        else if (tries == Enough)
        {
            await persons.CallAsync(HandOverReason.Stuck, words: "", "elsewhere.person");
        }
    }

    /// <summary>Who hesitates again before a contract may rather ask a person.</summary>
    /// <inheritdoc cref="PersonCall.CallAsync" path="/returns"/>
    public async Task<bool> OfferInDoubtAsync(string step, string words)
    {
        Count(step);
        return persons.HasDesk && TriesOf(step) == Enough && await persons.CallAsync(HandOverReason.ContractDoubt, words, "person");
    }

    private int TriesOf(string step) => conversation.Memory.Tries is { } tries && tries.Step == step ? tries.Count : 0;
}
