using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Waiting;

/// <summary>What is worth a word before it takes its time; who writes meanwhile is told that it goes on.</summary>
/// <param name="key">Null for what takes a moment, or was announced already.</param>
internal sealed class Announcement(Voice voice, string? key) : INotice
{
    public Task TellAsync(bool spoken, bool told, CancellationToken cancellationToken) => (spoken, told, key) switch
    {
        (true, _, _) => voice.SayAsync("wait.still"),
        (false, false, { } announced) => voice.SayAsync(announced),
        _ => Task.CompletedTask,
    };
}
