using SmartFlexBot.BotFramework;
using SmartFlexBot.Onboarding.Accounts;
using SmartFlexBot.Onboarding.Answers;
using SmartFlexBot.Onboarding.Requests;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Questions;

namespace SmartFlexBot.Onboarding.Flow;

/// <summary>
/// A conversation that nobody vouched for: it can explain, point to a person, and have its customer sign in, and nothing else.
/// </summary>
internal sealed class SignedOut(
    ITurnContext context, Conversation conversation, Voice voice, SpokenRequests requests, AnswerDesk desk, AccountSigningIn account,
    Uri signInPage)
{
    public async Task AnswerAsync(CancellationToken cancellationToken)
    {
        var reply = Reply.Of(context.Activity);
        if (conversation.EventName == OnboardingEvents.AccountProved)
        {
            await account.TakeProvedAsync(cancellationToken);
            return;
        }

        if (conversation.EventName is not null
            || conversation.IsHeard && await account.TakeCodeAsync(reply)
            || await requests.AnswerAnybodyAsync(reply.Text)
            || conversation.IsHeard && (await account.TakeWishAsync(reply) || await account.TakeChoiceAsync(reply)))
        {
            return;
        }

        await desk.AnswerAsync(QuestionRecogniser.Recognise(reply.Text).Known, step: null, voice.Locale);
        await (account.IsOffered ? account.ShowAsync() : voice.SayAsync("signed-out", ("page", signInPage)));
    }
}
