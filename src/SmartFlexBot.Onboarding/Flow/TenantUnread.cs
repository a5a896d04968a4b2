using SmartFlexBot.Onboarding.Languages;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Onboarding.Waiting;

namespace SmartFlexBot.Onboarding.Flow;

/// <summary>Kraken cannot be read in this turn: that is told, and tried again by itself. Made before the turn runs.</summary>
internal sealed class TenantUnread(Turn turn, string? userName)
{
    /// <summary>Nothing that Kraken shows was ever told in this conversation: who has come now sees nothing but this.</summary>
    public bool IsToldAtOnce { get; } = !turn.Conversation.Memory.Greeted;

    public async Task TellAsync()
    {
        var conversation = turn.Conversation;
        if (IsToldAtOnce && !conversation.Memory.Welcomed)
        {
            await new Greeting(turn, userName).SayUnreadAsync();
            await turn.Voice.SayAsync("greeting.wait");
        }
        else if (conversation.IsHeard)
        {
            await turn.Voice.SayAsync("tenant.unavailable");
        }
        else if (IsToldAtOnce && conversation.EventName == LanguageChange.Chosen)
        {
            await turn.Voice.SayAsync("greeting.wait");
        }

        new TryAgain(turn.Voice, conversation, turn.Reminders).Later();
    }
}
