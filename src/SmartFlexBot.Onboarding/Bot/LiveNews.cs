using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Templating;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Onboarding.Bot;

/// <summary>The device is LIVE: told once, recorded once for the supplier, and nothing is waited for any more.</summary>
internal sealed class LiveNews(JourneyTurn turn)
{
    public async Task TellAsync(DeviceSnapshot device, bool spoken, bool told)
    {
        var name = NameOf(device);
        if (turn.Journey.LiveToldAt is null)
        {
            turn.Update(journey => journey with { LiveToldAt = turn.Now, DeviceId = device.Id });
            turn.Record("journey.live", device.Id, new JsonObject
            {
                ["accountNumber"] = turn.Journey.AccountNumber,
                ["propertyId"] = turn.Journey.PropertyId,
                ["deviceId"] = device.Id,
                ["at"] = turn.Now.ToString("O"),
            });
            await ShowAsync(name);
        }
        else if (spoken || !told)
        {
            await turn.SayAsync("live.already", ("device", name));
        }

        turn.Context.Effects.Unwatch(OnboardingWatch.Kind, turn.Journey.Key);
        turn.Context.Effects.CancelReminder(Silence.NudgeKey);
        turn.Context.Effects.CancelReminder(Silence.EndKey);
    }

    public static string NameOf(DeviceSnapshot device) =>
        new DeviceAnswer(device.Make, device.Model) is { Make: not null } answer ? answer.DisplayName : device.Name ?? device.Id;

    private Task ShowAsync(string name)
    {
        // A summary is spoken and shown as plain text: nothing in it is escaped.
        return turn.ShowAsync("live", $"{turn.Text("live.title", ("device", name))}. {turn.Text("live.text")}", new JsonObject
        {
            ["title"] = turn.Text("live.title", ("device", MarkdownText.Escape(name))),
            ["text"] = turn.Text("live.text"),
            ["deviceLabel"] = turn.Text("live.device"),
            ["device"] = MarkdownText.Escape(name),
            ["sinceLabel"] = turn.Text("live.since"),
            ["since"] = turn.TariffTexts.Moment(turn.Now),
        });
    }
}
