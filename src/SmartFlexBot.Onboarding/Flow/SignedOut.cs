using SmartFlexBot.Onboarding.Answers;
using SmartFlexBot.Onboarding.Requests;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Questions;

namespace SmartFlexBot.Onboarding.Flow;

/// <summary>A conversation that nobody vouched for: it can explain and point to a person, and nothing else.</summary>
internal sealed class SignedOut(Conversation conversation, Voice voice, SpokenRequests requests, AnswerDesk desk, Uri signInPage)
{
    public async Task AnswerAsync(string? words)
    {
        if (conversation.EventName is not null || await requests.AnswerAnybodyAsync(words ?? ""))
        {
            return;
        }

        await desk.AnswerAsync(QuestionRecogniser.Recognise(words ?? "").Known, step: null, voice.Locale);
        await voice.SayAsync("signed-out", ("page", signInPage));
    }
}
