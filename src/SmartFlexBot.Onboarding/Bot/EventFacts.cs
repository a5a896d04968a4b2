using System.Text.Json;
using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.Commands;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Onboarding.Bot;

/// <summary>What happened by itself, as facts. Nothing is decided here but what is known now.</summary>
internal static class EventFacts
{
    public static async Task ApplyAsync(JourneyTurn turn)
    {
        var value = turn.Activity.Value as JsonObject;
        switch (turn.Activity.Name)
        {
            case CommandResult.EventName when Word(value, "key") is { } key && key == turn.Journey.Pending?.Key:
                await ApplyAsync(turn, turn.Journey.Pending, Word(value, "kind"), Json(value!["result"]));
                break;
            case WatchEvents.Changed when Word(value, "kind") == TariffWatch.Kind && value is not null && Json(value["state"]) is { } state:
                if (TariffWatch.ReadState(state) is { } seen)
                {
                    await new TariffNews(turn).WatchedAsync(seen);
                }

                break;
            case OnboardingEvents.TariffDeadline when value is not null && value["days"] is JsonValue days && days.TryGetValue(out int left):
                await new TariffNews(turn).RemindAsync(left);
                break;
            case OnboardingEvents.TryAgain:
                turn.Update(journey => journey.Refused is { } refused && IsTriedAgain(refused) ? journey with { Refused = null } : journey);
                turn.Update(journey => journey.Tariff.Refused is { Kind: TariffProblemKind.TryLater }
                    ? journey with { Tariff = journey.Tariff with { Refused = null } }
                    : journey);
                break;
            case OnboardingEvents.LinkOpened when Word(value, "stepId") is { } stepId:
                turn.Update(journey => journey with { KeyLinkOpenedFor = stepId });
                break;
        }
    }

    private static async Task ApplyAsync(JourneyTurn turn, PendingCommand pending, string? kind, string? result)
    {
        turn.Update(journey => journey with { Pending = null });
        if (kind == TariffCommand.CommandKind)
        {
            await new TariffNews(turn).TakeAsync(pending, result is null ? new() : TariffCommandResult.Read(result));
            return;
        }

        await ApplyAsync(turn, pending, result is null ? new() : JsonSerializer.Deserialize(result, WizardCommandJson.Default.WizardCommandResult) ?? new());
    }

    private static async Task ApplyAsync(JourneyTurn turn, PendingCommand pending, WizardCommandResult result)
    {
        if (pending.What == PendingAction.Cancel)
        {
            turn.Update(journey => journey with { Wizard = null, DeviceId = null, Refused = null, Test = new() });
            return;
        }

        if (result.Token is { } token)
        {
            turn.Update(journey => journey with { Wizard = token, DeviceId = result.DeviceId ?? journey.DeviceId, Refused = null });
            turn.Remember(memory => memory with { SaidBusy = false });
            return;
        }

        await RefusedAsync(turn, pending, result.Refused ?? WizardProblemKind.Unknown, result.Code, result.Reasons ?? []);
    }

    private static async Task RefusedAsync(JourneyTurn turn, PendingCommand pending, WizardProblemKind kind, string? code, IReadOnlyList<string> reasons)
    {
        // The test was not begun: it is not waited for. When it is tried again by itself, the customer's word still counts.
        if (pending.What == PendingAction.StartTest)
        {
            turn.Update(journey => journey with { Test = journey.Test with { AgreedForStep = null, AgreedInAdvance = kind == WizardProblemKind.TryLater } });
        }

        // What moved on is read again; nothing is wrong.
        if (kind == WizardProblemKind.StepMovedOn)
        {
            return;
        }

        var refused = new Refusal(kind, code, reasons, pending.StepId);
        turn.Update(journey => journey with { Refused = refused });
        if (IsTriedAgain(refused))
        {
            await turn.TryAgainSoonAsync(kind);
            return;
        }

        turn.Remember(memory => memory with { Told = null, IsOpen = false });
        if (turn.Services.Texts.Has($"refused.{kind}"))
        {
            await turn.SayAsync($"refused.{kind}");
        }
    }

    private static bool IsTriedAgain(Refusal refused) => refused is
    { Kind: WizardProblemKind.TryLater } or { Kind: WizardProblemKind.RegistrationInProgress, StepId: null };

    /// <summary>The runtime carries JSON either as a node or as its text.</summary>
    private static string? Json(JsonNode? node) => node is JsonValue text && text.TryGetValue(out string? inner) ? inner : node?.ToJsonString();

    private static string? Word(JsonObject? value, string name) =>
        value?[name] is JsonValue word && word.TryGetValue(out string? text) ? text : null;
}
