using SmartFlexBot.Onboarding.Commands;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Recognition.Requests;

namespace SmartFlexBot.Onboarding.Bot;

/// <summary>What came of a message that may be a command.</summary>
internal enum CommandEffect
{
    NotACommand,

    /// <summary>Answered; the open question is shown again.</summary>
    AskAgain,

    /// <summary>Answered; nothing more is said in this turn.</summary>
    Done,
}

/// <summary>What a customer may say at any time: help, status, back, change, start over, cancel, a person, and safety first.</summary>
internal sealed class CustomerCommands(JourneyTurn turn)
{
    public async Task<CommandEffect> AnswerAsync(Reply reply, Func<CancellationToken, Task> read, CancellationToken cancellationToken)
    {
        if (reply.IsCard || RequestRecogniser.Recognise(reply.Text) is not { } command)
        {
            return CommandEffect.NotACommand;
        }

        if (Spoken(command.Kind) is var (key, effect))
        {
            await turn.SayAsync(key);
            return effect;
        }

        if (command is { Kind: RequestKind.Language, Language: { } language })
        {
            turn.Remember(memory => memory with { Locale = language });
            await turn.SayAsync("language.changed");
            return CommandEffect.AskAgain;
        }

        if (!turn.HasJourney)
        {
            return CommandEffect.NotACommand;
        }

        await read(cancellationToken);
        switch (command.Kind)
        {
            case RequestKind.Status:
                await StatusText.SayAsync(turn);
                return CommandEffect.AskAgain;
            case RequestKind.Back:
                await BackAsync();
                return CommandEffect.AskAgain;
            case RequestKind.Change:
                return await ChangeAsync();
            case RequestKind.WithdrawConsent:
                await WithdrawAsync(reply.Text);
                return CommandEffect.Done;
            case RequestKind.CoolingOff when turn.Journey.Tariff.Switch is not null:
                await turn.SayAsync("tariff.cancel");
                return CommandEffect.AskAgain;
            case RequestKind.Cancel when turn.JourneyStep is Step.Live:
                await turn.SayAsync("cancel.live");
                return CommandEffect.Done;
            case RequestKind.Cancel or RequestKind.CoolingOff:
                return Ask(QuestionKind.Cancel);
            case RequestKind.StartOver when IsRegistered:
                await turn.SayAsync("change.registered");
                return CommandEffect.AskAgain;
            case RequestKind.StartOver:
                return Ask(QuestionKind.StartOver);
            default:
                return CommandEffect.NotACommand;
        }
    }

    /// <summary>Commands that are answered with words alone.</summary>
    private static (string Key, CommandEffect Effect)? Spoken(RequestKind kind) => kind switch
    {
        RequestKind.SmellOfBurning => ("safety.burning", CommandEffect.Done),
        RequestKind.NoPower => ("safety.no-power", CommandEffect.Done),
        RequestKind.Human => ("person", CommandEffect.Done),
        RequestKind.Complaint => ("complaint", CommandEffect.Done),
        RequestKind.Frustration => ("frustration", CommandEffect.Done),
        RequestKind.Help => ("help", CommandEffect.AskAgain),
        RequestKind.Privacy => ("privacy", CommandEffect.AskAgain),
        _ => null,
    };

    /// <summary>A contract is not withdrawn like a permission: it is cancelled in its cooling-off time, by a person.</summary>
    private static readonly ConsentPurpose[] Withdrawable = [ConsentPurpose.DataAndLocation, ConsentPurpose.Control];

    private bool IsRegistered => turn.JourneyStep is Step.Live || turn.Situation.HasRegistered(turn.Journey);

    private CommandEffect Ask(QuestionKind kind)
    {
        turn.Remember(memory => memory with { Question = new PendingQuestion(kind) });
        return CommandEffect.AskAgain;
    }

    /// <summary>Takes the newest answer back; what comes next follows from the facts that are left.</summary>
    private Task BackAsync()
    {
        if (Backwards.Of(turn.Journey) is not { } earlier)
        {
            return turn.SayAsync("back.not-here");
        }

        if (turn.Journey.Wizard is not null)
        {
            turn.Command(WizardChange.Cancel, PendingAction.Cancel);
        }

        turn.Update(journey => earlier with { Pending = journey.Pending, CommandCount = journey.CommandCount });
        return turn.SayAsync("back.done");
    }

    private async Task<CommandEffect> ChangeAsync()
    {
        if (IsRegistered)
        {
            await turn.SayAsync("change.registered");
            return CommandEffect.AskAgain;
        }

        if (turn.Journey.Wizard is not null)
        {
            turn.Command(WizardChange.Cancel, PendingAction.Cancel);
        }

        turn.Update(journey => journey with { Vehicle = null, ChargePoint = null, DevicesConfirmed = false, Chosen = null });
        turn.Remember(memory => memory with { Offers = [] });
        await turn.SayAsync("change.done");
        return CommandEffect.AskAgain;
    }

    private async Task WithdrawAsync(string words)
    {
        var registered = IsRegistered;
        foreach (var purpose in Withdrawable.Where(turn.Journey.HasConsent))
        {
            var withdrawal = new Consent(purpose, Granted: false, turn.Services.Market.ConsentWording, words, turn.Now);
            turn.Update(journey => journey with { Consents = [.. journey.Consents, withdrawal] });
        }

        if (turn.Journey.Wizard is not null && !registered)
        {
            turn.Command(WizardChange.Cancel, PendingAction.Cancel);
        }

        turn.Context.Effects.Unwatch(Ports.OnboardingWatch.Kind, turn.Journey.Key);
        turn.Update(journey => journey with { End = JourneyEnd.CancelledByCustomer });
        await turn.SayAsync(registered ? "consent.withdrawn.device" : "consent.withdrawn");
    }
}
