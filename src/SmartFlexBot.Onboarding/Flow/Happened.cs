using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Live;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Tariffs;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Onboarding.VirtualKey;
using SmartFlexBot.Onboarding.Waiting;
using SmartFlexBot.Onboarding.Wizard;

namespace SmartFlexBot.Onboarding.Flow;

/// <summary>What happened by itself, as facts. Nothing is decided here but what is known now.</summary>
internal sealed class Happened(Turn turn)
{
    public Task TakeAsync(string? name, JsonObject? value)
    {
        switch (name)
        {
            case CommandResult.EventName when turn.Facts.Journey.Pending is { } pending && value.Word("key") == pending.Key:
                return AnsweredAsync(pending, value.Word("kind"), Json(value!["result"]));
            case WatchEvents.Changed when value.Word("kind") == TariffWatch.Kind && Json(value!["state"]) is { } state:
                return TariffWatch.ReadState(state) is { } seen ? SwitchNews.Of(turn).WatchedAsync(seen) : Task.CompletedTask;
            case TryAgain.EventName:
                Onboarding.TryNow();
                ControlNews.Of(turn).TryNow();
                TariffNews.Of(turn).TryNow();
                return Task.CompletedTask;
            case OnboardingEvents.LinkOpened when value.Word("stepId") is { } stepId:
                TakeOpened(stepId);
                return Task.CompletedTask;
            default:
                return Task.CompletedTask;
        }
    }

    /// <summary>What comes next is shown beside the link, once; the card that has it can still be answered.</summary>
    private void TakeOpened(string stepId)
    {
        var isNew = turn.Facts.Journey.KeyLinkOpenedFor != stepId;
        turn.Facts.Update(journey => journey with { KeyLinkOpenedFor = stepId });
        if (isNew && turn.Conversation.Memory.Asking == AddVirtualKey.KeyOf(stepId))
        {
            turn.Conversation.Remember(memory => memory with { IsOpen = false });
        }
    }

    private OnboardingNews Onboarding =>
        new(turn.Voice, turn.Conversation, turn.Facts, new TryAgain(turn.Voice, turn.Conversation, turn.Reminders));

    private Task AnsweredAsync(PendingCommand pending, string? kind, string? result)
    {
        turn.Facts.Update(journey => journey with { Pending = null });
        return kind switch
        {
            TariffCommand.CommandKind => TariffNews.Of(turn).TakeAsync(pending, result),
            SmartControlCommand.CommandKind => ControlNews.Of(turn).TakeAsync(result),
            _ => Onboarding.TakeAsync(pending, result),
        };
    }

    /// <summary>The runtime carries JSON either as a node or as its text.</summary>
    private static string? Json(JsonNode? node) =>
        node is JsonValue text && text.TryGetValue(out string? inner) ? inner : node?.ToJsonString();
}
