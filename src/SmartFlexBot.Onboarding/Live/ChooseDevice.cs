using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Live;

/// <summary>Several devices of the account are LIVE, and none is this journey's own.</summary>
internal sealed record ChooseDevice(IReadOnlyList<DeviceSnapshot> Devices) : Step
{
    public override string StatusKey => "status.next.Option";

    public override bool IsWatched => false;

    public override StepRun Run(Turn turn) => new StepRun.Ask(new ChooseDeviceQuestion(turn.Voice, turn.Facts, Devices));
}

internal sealed class ChooseDeviceQuestion(Voice voice, JourneyFacts facts, IReadOnlyList<DeviceSnapshot> devices) : IQuestion
{
    public string Id => "choose-device";

    private IReadOnlyList<Choosable> Options =>
        Choosable.Numbered([.. devices.Select(device => new Choosable(device.Id, LiveCard.NameOf(device, voice)))]);

    public Task AskAsync(bool again, CancellationToken cancellationToken) => again
        ? voice.AskAsync("option.retry")
        : voice.ShowAsync("choices", voice.Text("live.which.title"), new JsonObject
        {
            ["title"] = voice.Text("live.which.title"),
            ["text"] = voice.Text("live.which.text"),
            ["options"] = Choosable.Options(Options),
        });

    public Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken)
    {
        if (Choosable.Chosen(reply, Options) is not { } chosen)
        {
            return Task.FromResult(false);
        }

        facts.Update(journey => journey with { DeviceId = chosen.Id });
        return Task.FromResult(true);
    }
}
