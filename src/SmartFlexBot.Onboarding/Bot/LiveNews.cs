using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Templating;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Onboarding.Bot;

/// <summary>The device is LIVE: told once, recorded once for the supplier, and nothing is waited for any more.</summary>
internal sealed class LiveNews(JourneyTurn turn)
{
    /// <summary>When the conversation that is to tell it has not by then, because it was deleted, it is told where it was learnt.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public async Task TellAsync(DeviceSnapshot device, bool spoken, bool told, CancellationToken cancellationToken)
    {
        var name = NameOf(device);
        var conversations = new JourneyConversations(turn);
        if (turn.Journey.LiveToldAt is null)
        {
            if (turn.Activity.Name != OnboardingEvents.TellHere && conversations.LastHeardElsewhere is { } there)
            {
                LeaveTo(there, device);
                return;
            }

            turn.Update(journey => journey with { LiveToldAt = turn.Now, DeviceId = device.Id });
            turn.Record("journey.live", device.Id, new JsonObject
            {
                ["accountNumber"] = turn.Journey.AccountNumber,
                ["propertyId"] = turn.Journey.PropertyId,
                ["deviceId"] = device.Id,
                ["at"] = turn.Now.ToString("O"),
            });
            await ShowAsync(name);
            await conversations.TellOthersAsync(NewsOf(device), cancellationToken);
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

    private void LeaveTo(ConversationKey there, DeviceSnapshot device)
    {
        turn.Context.Effects.Post(there, OnboardingEvents.Event(OnboardingEvents.Changed), $"{NewsOf(device)}/tell");
        turn.Remind("tell-here", Patience, OnboardingEvents.Event(OnboardingEvents.TellHere));
        turn.Remember(memory => memory with { Told = null });
    }

    private static string NewsOf(DeviceSnapshot device) => $"live/{device.Id}";

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
