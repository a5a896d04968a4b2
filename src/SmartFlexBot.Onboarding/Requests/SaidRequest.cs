using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Requests;

namespace SmartFlexBot.Onboarding.Requests;

/// <summary>A request that is answered with words alone.</summary>
internal sealed class SaidRequest(Voice voice, string key, RequestEffect effect) : IRequest
{
    public bool IsForAnybody { get; init; }

    public bool IsAboutJourney => false;

    public async Task<RequestEffect> AnswerAsync(Request request, string words)
    {
        await voice.SayAsync(key);
        return effect;
    }
}
