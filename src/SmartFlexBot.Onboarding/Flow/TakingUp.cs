using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Live;
using SmartFlexBot.Onboarding.Requests;
using SmartFlexBot.Onboarding.Silence;
using SmartFlexBot.Onboarding.Tariffs;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Onboarding.Wizard;

namespace SmartFlexBot.Onboarding.Flow;

/// <summary>
/// The chat is the bot's again: what has happened meanwhile becomes known, and the agent's answers and choice of a step count. What was
/// said meanwhile was answered by a person: nothing of it is heard again.
/// </summary>
internal sealed class TakingUp(Turn turn, HandOver ended)
{
    /// <summary>No question and no card of before stands any more.</summary>
    public static void Forget(Conversation conversation) => conversation.Remember(memory => memory with
    {
        Asking = null,
        IsOpen = false,
        CardToken = null,
        Told = null,
        Later = null,
        Question = memory.Question is { Kind: QuestionKind.CallBack } offered ? offered : null,
        Resumed = null,
        Tries = null,
        Unheard = null,
        UnheardRequest = null,
    });

    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        new SilenceReminders(turn.Reminders, turn.Market.Silence).Restart();
        foreach (var (name, value) in ended.Held)
        {
            await new Happened(turn).TakeAsync(name, ValueOf(value));
        }

        Resume();
        await turn.Tenant.ReadOnceAsync(cancellationToken);
        KeepLive();
        foreach (var (_, value) in ended.Held.Where(held => held.Name == TariffDeadline.EventName))
        {
            await TariffDeadline.Of(turn).RemindAsync(ValueOf(value), isLive: turn.Tenant.Device is { IsLive: true });
        }
    }

    private void Resume()
    {
        var changes = new OnboardingChanges(turn.Commands, turn.Facts);
        // What Kraken has registered is changed by people alone, at Kraken.
        if (turn.Facts.Journey.DeviceId is not null)
        {
            return;
        }

        if (ended.Resume == ResumePoint.FromTheStart)
        {
            ConfirmStartOver.StartOver(turn.Conversation, turn.Facts, changes);
        }
        else if (ended.Resume == ResumePoint.Devices || ended.IsEdited)
        {
            changes.Leave();
            turn.Facts.Update(journey => journey with { DevicesConfirmed = false, Chosen = null });
        }
    }

    /// <summary>What an agent has told is recorded for the supplier as if the bot had, and not told again.</summary>
    private void KeepLive()
    {
        if (ended.HasToldLive && turn.Tenant.Device is { IsLive: true } device && turn.Facts.Journey.LiveToldAt is null)
        {
            new LiveFacts(turn.Facts, turn.Events, turn.Clock, device).Keep();
            turn.Conversation.Remember(memory => memory with { Told = new DeviceIsLive(device).Key });
        }
    }

    private static JsonObject? ValueOf(string json) => JsonNode.Parse(json) as JsonObject;
}
