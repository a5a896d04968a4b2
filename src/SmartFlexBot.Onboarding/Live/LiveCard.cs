using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Templating;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Live;

/// <summary>How LIVE is told.</summary>
internal sealed class LiveCard(Voice voice, TimeProvider clock, DeviceSnapshot device)
{
    /// <summary>The device as a customer knows it.</summary>
    public static string NameOf(DeviceSnapshot device) =>
        new DeviceAnswer(device.Make, device.Model) is { Make: not null } answer ? answer.DisplayName : device.Name ?? device.Id;

    public Task SayAlreadyAsync() => voice.SayAsync("live.already", ("device", NameOf(device)));

    public Task ShowAsync()
    {
        var name = NameOf(device);
        // A summary is spoken and shown as plain text: nothing in it is escaped.
        return voice.ShowAsync("live", $"{voice.Text("live.title", ("device", name))}. {voice.Text("live.text")}", new JsonObject
        {
            ["title"] = voice.Text("live.title", ("device", MarkdownText.Escape(name))),
            ["text"] = voice.Text("live.text"),
            ["deviceLabel"] = voice.Text("live.device"),
            ["device"] = MarkdownText.Escape(name),
            ["sinceLabel"] = voice.Text("live.since"),
            ["since"] = voice.Moment(clock.GetUtcNow()),
        });
    }
}
