using SmartFlexBot.Onboarding.Live;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Requests;

namespace SmartFlexBot.Onboarding.Requests;

/// <summary>
/// "Stop smart charging": asked first, and who says it again has confirmed it. Before there is a device that is LIVE it means to stop here.
/// </summary>
internal sealed class PauseRequest(
    Voice voice, Conversation conversation, JourneyFacts facts, Tenant tenant, ControlChanges changes, IRequest otherwise) : IRequest
{
    public bool IsForAnybody => false;

    public bool IsAboutJourney => true;

    public async Task<RequestEffect> AnswerAsync(Request request, string words)
    {
        if (facts.Journey.Control is not null)
        {
            await voice.SayAsync("wait.still");
            return RequestEffect.Done;
        }

        switch (tenant.Device)
        {
            case { IsLive: true, IsSuspended: false } device:
                var isAsked = conversation.Memory.Question is { Kind: QuestionKind.Pause };
                conversation.Remember(memory => memory with { Question = isAsked ? null : new PendingQuestion(QuestionKind.Pause) });
                if (isAsked)
                {
                    changes.Want(device, ControlAction.Suspend);
                }

                return RequestEffect.AskAgain;
            case { IsLive: true }:
                return RequestEffect.AskAgain;
            default:
                // Of several that are LIVE, the question which one it is about comes first.
                return tenant.View.OpenBetween(facts.Journey) is [] ? await otherwise.AnswerAsync(request, words) : RequestEffect.AskAgain;
        }
    }
}
