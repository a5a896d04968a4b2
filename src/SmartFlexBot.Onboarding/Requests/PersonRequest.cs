using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Persons;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Requests;

namespace SmartFlexBot.Onboarding.Requests;

/// <summary>Something that a person is for.</summary>
/// <param name="otherwise">What is said where there is no desk.</param>
internal sealed class PersonRequest(PersonCall persons, StandingCall call, HandOverReason reason, string otherwise) : IRequest
{
    public bool IsForAnybody => true;

    public bool IsAboutJourney => false;

    public async Task<RequestEffect> AnswerAsync(Request request, string words)
    {
        if (reason == HandOverReason.AskedFor && persons.IsAskedHow)
        {
            return RequestEffect.NoRequest;
        }

        if (reason == HandOverReason.AskedFor && persons.WouldCallBack(reason) && await call.TellAsync())
        {
            return RequestEffect.Done;
        }

        return await persons.CallAsync(reason, words, otherwise) && !persons.HasBegun ? RequestEffect.AskAgain : RequestEffect.Done;
    }
}

/// <summary>Danger, and who needs care: what to do is said first, and then a person is called where one is there.</summary>
internal sealed class UrgentRequest(Voice voice, PersonCall persons, HandOverReason reason, string key) : IRequest
{
    public bool IsForAnybody => true;

    public bool IsAboutJourney => false;

    public async Task<RequestEffect> AnswerAsync(Request request, string words)
    {
        await voice.SayAsync(key);
        await persons.CallIfThereAsync(reason, words);
        return RequestEffect.Done;
    }
}
