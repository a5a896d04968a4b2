using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Waiting;

/// <summary>One sentence on why nothing goes on by itself: said once, and again to who writes.</summary>
internal sealed class Explanation(Voice voice, string key) : INotice
{
    public Task TellAsync(bool spoken, bool told, CancellationToken cancellationToken) =>
        spoken || !told ? voice.SayAsync(key) : Task.CompletedTask;
}
