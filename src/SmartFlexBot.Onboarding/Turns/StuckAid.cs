namespace SmartFlexBot.Onboarding.Turns;

/// <summary>Who has tried twice in vain to do something outside the chat is offered a person.</summary>
internal sealed class StuckAid(Voice voice, Conversation conversation)
{
    private const int Enough = 2;

    /// <param name="step">The key of the step; where that changes with each try, what the tries have in common.</param>
    public void Count(string step) => conversation.Remember(memory => memory with { Tries = new(step, TriesOf(step) + 1) });

    public Task OfferAsync(string step) => TriesOf(step) >= Enough ? voice.SayAsync("elsewhere.person") : Task.CompletedTask;

    private int TriesOf(string step) => conversation.Memory.Tries is { } tries && tries.Step == step ? tries.Count : 0;
}
