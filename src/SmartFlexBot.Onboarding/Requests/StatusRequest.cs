using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Persons;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Requests;

namespace SmartFlexBot.Onboarding.Requests;

/// <summary>Where the journey stands, in one sentence.</summary>
internal sealed class StatusRequest(Voice voice, JourneyFacts facts, Promises promises, INextStep next) : IRequest
{
    public bool IsForAnybody => false;

    public bool IsAboutJourney => true;

    public async Task<RequestEffect> AnswerAsync(Request request, string words)
    {
        await voice.SayAsync("status.pre",
            ("car", NameOf(facts.Journey.Vehicle)),
            ("charger", NameOf(facts.Journey.ChargePoint)),
            ("next", voice.Text(next.Step.StatusKey)));
        if (facts.Journey.Tariff.Switch is { } known && voice.Has($"tariff.switch.{known.State}"))
        {
            await voice.SayAsync($"tariff.switch.{known.State}");
        }

        await promises.TellAsync();
        return RequestEffect.AskAgain;
    }

    private string NameOf(DeviceAnswer? answer) => answer switch
    {
        null => voice.Text("status.unknown"),
        { IsNone: true } => voice.Text("confirm.none"),
        { IsUnknown: true } => voice.Text("confirm.unknown"),
        _ => answer.DisplayName,
    };
}
