using SmartFlexBot.Onboarding.Languages;
using SmartFlexBot.Recognition.Requests;

namespace SmartFlexBot.Onboarding.Requests;

/// <summary>"Auf Deutsch bitte".</summary>
internal sealed class LanguageRequest(LanguageChange change) : IRequest
{
    public bool IsForAnybody => false;

    public bool IsAboutJourney => false;

    public async Task<RequestEffect> AnswerAsync(Request request, string words)
    {
        if (request.Language is not { } language)
        {
            return RequestEffect.NoRequest;
        }

        await change.ToAsync(language);
        return RequestEffect.AskAgain;
    }
}
