using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Languages;
using SmartFlexBot.Onboarding.Live;
using SmartFlexBot.Onboarding.SignIn;
using SmartFlexBot.Onboarding.Silence;
using SmartFlexBot.Onboarding.Tariffs;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Flow;

/// <summary>Something has happened by itself: what is known now, what Kraken shows, and what follows from both.</summary>
internal sealed class EventTurn(Turn turn, INextStep next, CustomerTurn customer, GoingOn goingOn)
{
    private bool IsSettled => next.OfJourney is DeviceIsLive or ControlIsOff;

    private string? Name => turn.Conversation.EventName;

    public async Task TakeAsync(JsonObject? value, CancellationToken cancellationToken)
    {
        if (Name == LanguageChange.Chosen)
        {
            new LanguageChange(turn.Voice, turn.Conversation).Take(value);
        }

        if (!turn.Facts.IsKnown)
        {
            await goingOn.RunAsync(Heard.Nothing, cancellationToken);
            return;
        }

        if (Name == OnboardingEvents.LinkRefused)
        {
            await LinkRefused.Of(turn).TakeAsync(value.Word("ticket"), cancellationToken);
            return;
        }

        await new Happened(turn).TakeAsync(Name, value);
        await turn.Tenant.ReadOnceAsync(cancellationToken);
        // Stopping and starting over are no questions any more.
        if (IsSettled && turn.Conversation.Memory.Question is { Kind: QuestionKind.Cancel or QuestionKind.StartOver })
        {
            turn.Conversation.Remember(memory => memory with { Question = null });
        }

        if (Name is SilenceReminders.Nudge or SilenceReminders.End)
        {
            await TakeSilenceAsync();
            return;
        }

        if (Name == TariffDeadline.EventName)
        {
            await TariffDeadline.Of(turn).RemindAsync(value, isLive: turn.Tenant.Device is { IsLive: true });
        }

        await GoOnAsync(cancellationToken);
    }

    /// <summary>What the customer said while Kraken could not be read is taken up in its order.</summary>
    private async Task GoOnAsync(CancellationToken cancellationToken)
    {
        Reply[] kept = [.. new[] { turn.Conversation.Memory.Unheard, turn.Conversation.Memory.UnheardRequest }.OfType<Reply>()];
        foreach (var reply in kept)
        {
            await customer.HearAsync(reply, cancellationToken);
        }

        if (kept.Length == 0)
        {
            await goingOn.RunAsync(Heard.Nothing, cancellationToken);
        }
    }

    private Task TakeSilenceAsync()
    {
        // The conversation in which the customer was heard since has reminders of its own.
        if (turn.Windows.LastHeardElsewhere is not null)
        {
            return Task.CompletedTask;
        }

        var (silence, step) = (CustomerSilence.Of(turn), next.Step);
        return Name == SilenceReminders.Nudge
            ? silence.NudgeAsync(step.Run(turn).IsCustomersTurn && !IsSettled)
            : silence.EndAsync(isOver: step is JourneyEnded || turn.Tenant.Device is { IsLive: true });
    }
}
