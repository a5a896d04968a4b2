using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Requests;

namespace SmartFlexBot.Onboarding.Requests;

/// <summary>A greeting is greeted back, and what is asked is asked again. The first of a conversation gets the bot's own.</summary>
internal sealed class HelloRequest(Voice voice, Conversation conversation) : IRequest
{
    public bool IsForAnybody => false;

    public bool IsAboutJourney => false;

    public async Task<RequestEffect> AnswerAsync(Request request, string words)
    {
        if (conversation.Memory is { Greeted: false, Welcomed: false })
        {
            return RequestEffect.NoRequest;
        }

        await voice.SayAsync("hello");
        return RequestEffect.AskAgain;
    }
}
