using SmartFlexBot.Onboarding.Requests;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Flow;

/// <summary>A conversation that nobody vouched for: it can explain and point to a person, and nothing else.</summary>
internal sealed class SignedOut(Conversation conversation, Voice voice, SpokenRequests requests, Uri signInPage)
{
    public async Task AnswerAsync(string? words)
    {
        if (conversation.EventName is null && !await requests.AnswerAnybodyAsync(words ?? ""))
        {
            await voice.SayAsync("signed-out", ("page", signInPage));
        }
    }
}
