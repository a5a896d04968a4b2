using SmartFlexBot.Onboarding.Accounts;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Requests;

namespace SmartFlexBot.Onboarding.Requests;

/// <summary>"Sign out".</summary>
internal sealed class SignOutRequest(Voice voice, AccountSigningOut account) : IRequest
{
    public bool IsForAnybody => false;

    public bool IsAboutJourney => false;

    public async Task<RequestEffect> AnswerAsync(Request request, string words)
    {
        if (account.IsElsewhere)
        {
            await voice.SayAsync("account.sign-out.elsewhere");
            return RequestEffect.AskAgain;
        }

        await (account.MustWait ? voice.SayAsync("account.sign-out.wait") : account.SignOutAsync("account.signed-out"));
        return RequestEffect.Done;
    }
}
