using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Onboarding.Journeys;

namespace SmartFlexBot.Onboarding.Bot;

/// <summary>One turn of a conversation whose account is known.</summary>
internal sealed class ConversationTurn(JourneyTurn turn)
{
    private bool _read;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // Who comes back from the maker's page has answered "shall I stop here?" as well.
        if (turn.Context.ProtectedValue is not null) turn.Remember(memory => memory with { Question = null });
        await FindHomeAsync(cancellationToken);
        if (turn.Activity.Type == ActivityTypes.Message) await AnswerAsync(Reply.Of(turn.Activity), cancellationToken);
        else await HappenAsync(cancellationToken);
    }

    private async Task AnswerAsync(Reply reply, CancellationToken cancellationToken)
    {
        turn.Remember(memory => memory with { IsOnPhone = IsOnPhone });
        if (turn.HasJourney) await new Silence(turn).BreakAsync();
        if (turn.Context.ProtectedValue is not null) await turn.SayAsync("signin.received");
        else if (await RefuseAsync(reply)) return;
        else
        {
            switch (await new CustomerCommands(turn).AnswerAsync(reply, ReadAsync, cancellationToken))
            {
                case CommandEffect.Done:
                    return;
                case CommandEffect.AskAgain:
                    turn.Remember(memory => memory with { IsOpen = false, Told = null });
                    await GoOnAsync(reply: null, cancellationToken);
                    return;
            }
        }

        var stale = reply.IsCard && (reply.CardToken is null || reply.CardToken != turn.Memory.CardToken);
        if (stale)
        {
            await turn.SayAsync("card.answered");
            turn.Remember(memory => memory with { IsOpen = false, Told = null, Later = null });
        }

        await GoOnAsync(stale || turn.Context.ProtectedValue is not null ? null : reply, cancellationToken);
    }

    private bool IsOnPhone =>
        (turn.Activity.ChannelData as JsonObject)?["formFactor"] is JsonValue value && value.TryGetValue(out string? kind) && kind == "phone";

    private async Task HappenAsync(CancellationToken cancellationToken)
    {
        if (turn.Activity.Name == OnboardingEvents.LanguageChosen) ChooseLanguage();
        if (!turn.HasJourney)
        {
            await GoOnAsync(reply: null, cancellationToken);
            return;
        }

        await EventFacts.ApplyAsync(turn);
        await ReadAsync(cancellationToken);
        // Stopping and starting over are no questions any more.
        if (turn.JourneyStep is Step.Live) turn.Remember(memory => memory with { Question = null });
        switch (turn.Activity.Name)
        {
            case OnboardingEvents.Nudge:
                await new Silence(turn).NudgeAsync(turn.NextStep);
                return;
            case OnboardingEvents.Silence:
                await new Silence(turn).EndAsync(turn.NextStep);
                return;
        }

        await GoOnAsync(reply: null, cancellationToken);
    }

    private async Task GoOnAsync(Reply? reply, CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        await Greeting.SayAsync(turn);
        await new StepLoop(turn).RunAsync(reply, cancellationToken);
        if (turn.HasJourney && turn.NextStep is not Step.TestRunning) new TestProgress(turn).Forget();
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        if (_read || !turn.HasJourney) return;
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
        if (turn.Properties is [var only]) await turn.LoadAsync(only.Id, cancellationToken);
    }

    /// <returns>True when the message was answered because it cannot be an answer to anything.</returns>
    private async Task<bool> RefuseAsync(Reply reply)
    {
        if (reply.IsCard) return false;
        var key = reply.Text.Length > Reply.MaximumLength ? "too-long"
            : reply.Text.Length == 0 && turn.Activity.Attachments is { Count: > 0 } ? "file"
            : null;
        if (key is null) return false;
        await turn.SayAsync(key);
        return true;
    }

    private void ChooseLanguage()
    {
        if (Word("locale") is not { } locale) return;
        turn.Remember(memory => memory with { Locale = turn.Services.Texts.LanguageOf(locale), IsOpen = false, Told = null });
    }

    private string? Word(string name) =>
        (turn.Activity.Value as JsonObject)?[name] is JsonValue value && value.TryGetValue(out string? word) ? word : null;
}
