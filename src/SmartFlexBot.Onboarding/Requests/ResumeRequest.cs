using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Live;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Requests;

namespace SmartFlexBot.Onboarding.Requests;

/// <summary>"Turn it on again": no request before a device is LIVE. Without the permission to control it a person begins anew.</summary>
internal sealed class ResumeRequest(Voice voice, JourneyFacts facts, Tenant tenant, ControlChanges changes) : IRequest
{
    public bool IsForAnybody => false;

    public bool IsAboutJourney => true;

    public async Task<RequestEffect> AnswerAsync(Request request, string words)
    {
        switch (tenant.Device)
        {
            case { IsLive: true } when facts.Journey.Control is not null:
                await voice.SayAsync("wait.still");
                return RequestEffect.Done;
            case { IsLive: true, IsSuspended: true } when facts.Journey.HasWithdrawn(ConsentPurpose.Control):
                await voice.SayAsync("control.on.withdrawn");
                return RequestEffect.Done;
            case { IsLive: true } device:
                if (device.IsSuspended)
                {
                    changes.Want(device, ControlAction.Unsuspend);
                }

                return RequestEffect.AskAgain;
            default:
                return RequestEffect.NoRequest;
        }
    }
}
