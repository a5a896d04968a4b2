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
    private static readonly TimeSpan BusyPause = TimeSpan.FromSeconds(20);

    public static async Task ApplyAsync(JourneyTurn turn)
    {
        var value = turn.Activity.Value as JsonObject;
        switch (turn.Activity.Name)
        {
            case CommandResult.EventName when Word(value, "key") is { } key && key == turn.Journey.Pending?.Key:
                await ApplyAsync(turn, ReadResult(value));
                break;
            case OnboardingEvents.TryAgain:
                turn.Update(journey => journey.Refused is { } refused && IsTriedAgain(refused) ? journey with { Refused = null } : journey);
                break;
            case OnboardingEvents.LinkOpened when Word(value, "stepId") is { } stepId:
                turn.Update(journey => journey with { KeyLinkOpenedFor = stepId });
                break;
        }
    }

    private static async Task ApplyAsync(JourneyTurn turn, WizardCommandResult result)
    {
        var pending = turn.Journey.Pending!;
        turn.Update(journey => journey with { Pending = null });
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
        if (kind == WizardProblemKind.StepMovedOn) return;

        var refused = new Refusal(kind, code, reasons, pending.StepId);
        turn.Update(journey => journey with { Refused = refused });
        if (IsTriedAgain(refused))
        {
            turn.Remind("try-again", BusyPause, OnboardingEvents.Event(OnboardingEvents.TryAgain));
            // Busy may last for hours: it is said once.
            if (turn.Memory.SaidBusy) return;
            turn.Remember(memory => memory with { SaidBusy = true });
        }
        else
        {
            turn.Remember(memory => memory with { Told = null, IsOpen = false });
        }

        if (turn.Services.Texts.Has($"refused.{kind}")) await turn.SayAsync($"refused.{kind}");
    }

    private static bool IsTriedAgain(Refusal refused) => refused is
    { Kind: WizardProblemKind.TryLater } or { Kind: WizardProblemKind.RegistrationInProgress, StepId: null };

    private static WizardCommandResult ReadResult(JsonObject? value)
    {
        // The runtime carries the handler's JSON either as a node or as its text.
        var result = value?["result"];
        var json = result is JsonValue text && text.TryGetValue(out string? inner) ? inner : result?.ToJsonString();
        return json is null ? new() : JsonSerializer.Deserialize(json, WizardCommandJson.Default.WizardCommandResult) ?? new();
    }

    private static string? Word(JsonObject? value, string name) =>
        value?[name] is JsonValue word && word.TryGetValue(out string? text) ? text : null;
}
