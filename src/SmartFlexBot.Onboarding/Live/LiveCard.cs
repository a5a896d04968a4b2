using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Templating;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Live;

/// <summary>How LIVE is told.</summary>
/// <param name="isAllDone">False: smart charging needs a tariff that is not settled, and says so.</param>
internal sealed class LiveCard(Voice voice, PublicAddress address, TimeProvider clock, DeviceSnapshot device, bool isAllDone)
{
    /// <summary>What those who are LIVE want to know next: pressed, they are asked like any other question.</summary>
    private static readonly string[] Questions = ["live.ask.ready", "live.ask.boost", "live.ask.plug-in"];

    /// <summary>The device as a customer knows it: never by its id.</summary>
    public static string NameOf(DeviceSnapshot device, Voice voice) => device switch
    {
        { Make: not null } => new DeviceAnswer(device.Make, device.Model).DisplayName,
        { Name: { Length: > 0 } name } when name != device.Id && !Guid.TryParse(name, out _) => name,
        { IsCarOrCharger: true } => voice.Text($"device.{device.Kind}"),
        _ => voice.Text("nudge.device"),
    };

    public Task SayAlreadyAsync() => voice.SayAsync("live.already", ("device", NameOf(device, voice)));

    public Task ShowAsync()
    {
        var name = NameOf(device, voice);
        var (title, text, since) = isAllDone
            ? ("live.title", "live.text", "live.since")
            : ("live.connected.title", "live.connected.text", "live.connected.since");
        // A summary is spoken and shown as plain text: nothing in it is escaped.
        return voice.ShowAsync("live", $"{voice.Text(title, ("device", name))}. {voice.Text(text)}", new JsonObject
        {
            ["title"] = voice.Text(title, ("device", MarkdownText.Escape(name))),
            ["text"] = voice.Text(text),
            ["deviceLabel"] = voice.Text("live.device"),
            ["device"] = MarkdownText.Escape(name),
            ["sinceLabel"] = voice.Text(since),
            // "27. November" at the start of a line is a numbered list in Markdown.
            ["since"] = MarkdownText.Escape(voice.Moment(clock.GetUtcNow())),
            // Teams shows no SVG.
            ["picture"] = address.Of("/images/live.png"),
            ["pictureText"] = voice.Text("live.picture"),
            // Where the tariff is asked next, nothing else is.
            ["hasQuestions"] = isAllDone,
            ["next"] = voice.Text("live.next"),
            ["questions"] = new JsonArray([.. Questions.Select(JsonNode? (key) => new JsonObject { ["question"] = voice.Text(key) })]),
        });
    }
}
