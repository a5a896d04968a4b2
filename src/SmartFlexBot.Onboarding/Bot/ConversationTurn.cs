using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Onboarding.Bot;

/// <summary>One turn of a conversation whose account is known.</summary>
internal sealed class ConversationTurn(JourneyTurn turn)
{
    private bool _read;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // Who comes back from the maker's page has answered "shall I stop here?" as well.
        if (turn.Context.ProtectedValue is not null)
        {
            turn.Remember(memory => memory with { Question = null });
        }

        await FindHomeAsync(cancellationToken);
        if (turn.HasJourney)
        {
            await new JourneyConversations(turn).EnlistAsync(cancellationToken);
        }

        if (turn.HasJourney && turn.Context.ProtectedValue is { } address && await new TicketEnding(turn).UseAsync(cancellationToken))
        {
            turn.Update(journey => journey with { SignInAddress = address });
        }

        if (turn.Activity.Type == ActivityTypes.Message)
        {
            turn.Remember(memory => memory with { IsOnPhone = IsOnPhone });
            await HearAsync(Reply.Of(turn.Activity), cancellationToken);
        }
        else
        {
            await HappenAsync(cancellationToken);
        }
    }

    /// <summary>An answer that could not be used because Kraken could not be read is kept: a button rather than what was typed after it.</summary>
    private async Task HearAsync(Reply reply, CancellationToken cancellationToken)
    {
        var earlier = turn.Memory.Unheard;
        turn.Remember(memory => memory with { Unheard = null });
        try
        {
            await AnswerAsync(reply, cancellationToken);
        }
        catch (TenantUnavailableException) when (!turn.IsAnswerUsed && turn.Context.ProtectedValue is null)
        {
            turn.Remember(memory => memory with { Unheard = reply.IsCard || earlier is null ? reply : earlier });
            throw;
        }
    }

    private async Task AnswerAsync(Reply reply, CancellationToken cancellationToken)
    {
        if (turn.HasJourney)
        {
            await new Silence(turn).BreakAsync();
        }

        if (turn.Context.ProtectedValue is not null)
        {
            await turn.SayAsync("signin.received");
        }
        else if (await RefuseAsync(reply))
        {
            return;
        }
        else
        {
            switch (await new CustomerCommands(turn).AnswerAsync(reply, ReadAsync, cancellationToken))
            {
                case CommandEffect.Done:
                    return;
                case CommandEffect.AskAgain:
                    turn.IsAnswerUsed = true;
                    turn.Remember(memory => memory with { IsOpen = false, Told = null });
                    await GoOnAsync(reply: null, cancellationToken);
                    return;
            }
        }

        var stale = reply.IsCard && (reply.CardToken is null || reply.CardToken != turn.Memory.CardToken);
        if (stale)
        {
            await turn.SayAsync("card.answered");
            turn.IsAnswerUsed = true;
            turn.Remember(memory => memory with { IsOpen = false, Told = null, Later = null });
        }

        await GoOnAsync(stale || turn.Context.ProtectedValue is not null ? null : reply, cancellationToken);
    }

    private bool IsOnPhone =>
        (turn.Activity.ChannelData as JsonObject)?["formFactor"] is JsonValue value && value.TryGetValue(out string? kind) && kind == "phone";

    private async Task HappenAsync(CancellationToken cancellationToken)
    {
        if (turn.Activity.Name == OnboardingEvents.LanguageChosen)
        {
            ChooseLanguage();
        }

        if (!turn.HasJourney)
        {
            await GoOnAsync(reply: null, cancellationToken);
            return;
        }

        if (turn.Activity.Name == OnboardingEvents.LinkRefused)
        {
            await new TicketEnding(turn).RefuseAsync(cancellationToken);
            return;
        }

        await EventFacts.ApplyAsync(turn);
        await ReadAsync(cancellationToken);
        // Stopping and starting over are no questions any more.
        if (turn.JourneyStep is Step.Live)
        {
            turn.Remember(memory => memory with { Question = null });
        }

        switch (turn.Activity.Name)
        {
            // The conversation in which the customer was heard since has reminders of its own.
            case OnboardingEvents.Nudge or OnboardingEvents.Silence when new JourneyConversations(turn).LastHeardElsewhere is not null:
                return;
            case OnboardingEvents.Nudge:
                await new Silence(turn).NudgeAsync(turn.NextStep);
                return;
            case OnboardingEvents.Silence:
                await new Silence(turn).EndAsync(turn.NextStep);
                return;
        }

        if (turn.Memory.Unheard is { } unheard)
        {
            await HearAsync(unheard, cancellationToken);
        }
        else
        {
            await GoOnAsync(reply: null, cancellationToken);
        }
    }

    private async Task GoOnAsync(Reply? reply, CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        await Greeting.SayAsync(turn);
        await new StepLoop(turn).RunAsync(reply, cancellationToken);
        if (!turn.HasJourney)
        {
            return;
        }

        if (turn.NextStep is not Step.TestRunning)
        {
            new TestProgress(turn).Forget();
        }
        // Nobody waits for it any more, as when a second browser came back.
        if (turn.Journey.Pending is null)
        {
            turn.Update(journey => journey with { SignInAddress = null });
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        if (_read || !turn.HasJourney)
        {
            return;
        }

        turn.Situation = await SituationReader.ReadAsync(turn, cancellationToken);
        _read = true;
    }

    private async Task FindHomeAsync(CancellationToken cancellationToken)
    {
        if (turn.Memory.PropertyId is { } known)
        {
            await turn.LoadAsync(known, cancellationToken);
            return;
        }

        turn.Properties = await turn.Services.Accounts.ReadPropertiesAsync(turn.Context.Origin.AccountNumber!, cancellationToken);
        if (turn.Properties is [var only])
        {
            await turn.LoadAsync(only.Id, cancellationToken);
        }
    }

    /// <returns>True when the message was answered because it cannot be an answer to anything.</returns>
    private async Task<bool> RefuseAsync(Reply reply)
    {
        if (reply.IsCard)
        {
            return false;
        }

        var key = reply.Text.Length > Reply.MaximumLength ? "too-long"
            : reply.Text.Length == 0 && turn.Activity.Attachments is { Count: > 0 } ? "file"
            : null;
        if (key is null)
        {
            return false;
        }

        await turn.SayAsync(key);
        return true;
    }

    private void ChooseLanguage()
    {
        if (Word("locale") is not { } locale)
        {
            return;
        }

        turn.Remember(memory => memory with { Locale = turn.Services.Texts.LanguageOf(locale), IsOpen = false, Told = null });
    }

    private string? Word(string name) =>
        (turn.Activity.Value as JsonObject)?[name] is JsonValue value && value.TryGetValue(out string? word) ? word : null;
}
