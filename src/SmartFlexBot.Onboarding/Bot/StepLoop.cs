using SmartFlexBot.BotFramework.Dialogs;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Onboarding.Commands;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Steps;

namespace SmartFlexBot.Onboarding.Bot;

/// <summary>
/// Decides the next step, runs it, and goes on until the customer or Kraken has to act. Questions run as dialogs; what Kraken has to
/// be told becomes a command; everything else is waited for without a dialog.
/// </summary>
internal sealed class StepLoop(JourneyTurn turn)
{
    /// <summary>More steps than this in one turn would be going round in circles.</summary>
    private const int MaximumSteps = 12;

    private bool _replyUsed;

    /// <param name="reply">The customer's message, if this turn answers one that is not used up yet.</param>
    public async Task RunAsync(Reply? reply, CancellationToken cancellationToken)
    {
        _replyUsed = reply is null;
        for (var count = 0; count < MaximumSteps; count++)
        {
            if (await RunAsync(turn.NextStep, reply, cancellationToken) == Next.Wait)
            {
                return;
            }
        }

        throw new InvalidOperationException($"The journey goes round in circles at {turn.NextStep.Key}.");
    }

    private enum Next
    {
        Decide,
        Wait,
    }

    private async Task<Next> RunAsync(Step step, Reply? reply, CancellationToken cancellationToken)
    {
        // What goes on after LIVE, as a switch may, goes on when LIVE was told.
        if (turn is { HasJourney: true, Journey.LiveToldAt: null } && step is not (Step.Live or Step.AnswerQuestion) && turn.Situation.DeviceOf(turn.Journey) is { IsLive: true } live
            && turn.Journey.End is null)
        {
            await new LiveNews(turn).TellAsync(live, spoken: false, told: false, cancellationToken);
            // It is told in another conversation, and goes on there.
            if (turn.Journey.LiveToldAt is null)
            {
                return Next.Wait;
            }
        }

        switch (step)
        {
            case Step.ReadTariff:
                turn.Command(TariffChange.Read, PendingAction.ReadTariff);
                return Next.Decide;
            case Step.BeginSwitch:
                turn.Command(TariffChange.Begin, PendingAction.BeginSwitch);
                return Next.Decide;
            case Step.AcceptTerms:
                turn.Command(TariffChange.AcceptTerms, PendingAction.AcceptTerms);
                return Next.Decide;
            case Step.StartWizard:
                return await StartAsync(cancellationToken);
            case Step.CompleteStep { Wizard.Id: var stepId, Answer: var answer }:
                turn.Command(WizardChange.Complete, PendingAction.Complete, stepId, answer);
                return Next.Decide;
            case Step.BeginAgain:
                return await BeginAgainAsync();
            case Step.OfferTest { Wizard.Id: var stepId } when turn.Journey.Test.AgreedInAdvance:
                turn.Command(WizardChange.Complete, PendingAction.StartTest, stepId, new StepAnswer.Done());
                turn.Update(journey => journey with { Test = journey.Test with { AgreedInAdvance = false, AgreedForStep = stepId } });
                return Next.Decide;
            case Step.SignIn signIn when turn.Journey.SignInAddress is { } address:
                turn.Update(journey => journey with { SignInAddress = null });
                turn.Command(WizardChange.Complete, PendingAction.SignIn, signIn.Wizard.Id, new StepAnswer.SignedIn(address));
                return Next.Decide;
        }

        if (Questions.Of(step, turn) is not { } question)
        {
            await new Waiting(turn).TellAsync(step, spoken: !_replyUsed, cancellationToken);
            return Next.Wait;
        }

        return await AskAsync(step, question, reply, cancellationToken);
    }

    private async Task<Next> AskAsync(Step step, IQuestion question, Reply? reply, CancellationToken cancellationToken)
    {
        var dialogs = new DialogSet().Add(new ReplyPrompt()).Add(Question.Dialog(question));
        var dc = await dialogs.CreateContextAsync(turn.Context, cancellationToken);
        var same = turn.Memory.Asking == step.Key;
        if (turn.Memory.Later == step.Key && _replyUsed)
        {
            return Next.Wait;
        }

        if (same && turn.Memory.IsOpen && dc.ActiveDialog is not null)
        {
            if (_replyUsed)
            {
                return Next.Wait;
            }

            _replyUsed = true;
            if (turn.Activity.Type != ActivityTypes.Message)
            {
                return await HearLateAsync(dc, question, reply!, cancellationToken);
            }

            var result = await dc.ContinueDialogAsync(cancellationToken);
            turn.IsAnswerUsed = true;
            return new LanguageNotice(turn).IsDue(reply!) ? Next.Decide : After(result);
        }

        // "Go on" after "later" is the answer that was put off.
        if (!_replyUsed && turn.Memory.Later == step.Key)
        {
            _replyUsed = true;
            turn.Remember(memory => memory with { Later = null });
            var answered = await question.AnswerAsync(reply!, cancellationToken);
            turn.IsAnswerUsed = true;
            if (answered)
            {
                return turn.Memory.Later is null ? Next.Decide : Next.Wait;
            }
        }

        // The first words of a conversation may be the answer already. Later on, what was typed belongs to a question that the world
        // has answered meanwhile, and the new one is asked instead.
        if (!_replyUsed && turn.Memory.Asking is null && question is AskDevices or ChooseKind)
        {
            _replyUsed = true;
            var used = await question.AnswerAsync(reply!, cancellationToken);
            turn.IsAnswerUsed = true;
            if (new LanguageNotice(turn).IsDue(reply!) || used)
            {
                return Next.Decide;
            }
        }

        // Here the car, the maker's app or Kraken may move on without a word from the customer.
        if (step is Step.AddVirtualKey or Step.ActElsewhere or Step.OfferTest or Step.MendTest)
        {
            turn.Watch();
        }

        _replyUsed = true;
        await dc.CancelAllDialogsAsync(cancellationToken: cancellationToken);
        turn.Remember(memory => memory with
        {
            Asking = step.Key,
            IsOpen = true,
            CardToken = same ? memory.CardToken ?? NewToken() : NewToken(),
            Later = null,
            Told = null,
        });
        return After(await dc.BeginDialogAsync(question.Id, cancellationToken: cancellationToken));
    }

    /// <summary>An answer of earlier, which could not be used then: there is no message that the dialog could go on with.</summary>
    private async Task<Next> HearLateAsync(DialogContext dc, IQuestion question, Reply reply, CancellationToken cancellationToken)
    {
        if (await question.AnswerAsync(reply, cancellationToken))
        {
            return After(await dc.CancelAllDialogsAsync(cancellationToken: cancellationToken));
        }

        await question.AskAsync(again: true, cancellationToken);
        return Next.Wait;
    }

    private Next After(DialogTurnResult result)
    {
        if (result.Status == DialogTurnStatus.Waiting)
        {
            return Next.Wait;
        }

        turn.Remember(memory => memory with { IsOpen = false, CardToken = null });
        return turn.Memory.Later is null ? Next.Decide : Next.Wait;
    }

    /// <summary>Somebody may have begun, or finished, elsewhere meanwhile: looked at once more before anything is started.</summary>
    private async Task<Next> StartAsync(CancellationToken cancellationToken)
    {
        if (await turn.Services.Wizard.FindResumableAsync(turn.Journey.Scope, cancellationToken) is { } view)
        {
            turn.Update(journey => journey with { Wizard = view.Token, DeviceId = view.DeviceId, LiveToldAt = null });
            turn.Situation = await SituationReader.ReadAsync(turn, cancellationToken);
            return Next.Decide;
        }

        // What was told of an earlier device says nothing about this one.
        turn.Update(journey => journey with { LiveToldAt = null, KeyLinkOpenedFor = null, VirtualKeyUri = null, Test = new() });
        turn.Command(WizardChange.Start, PendingAction.Start);
        return Next.Decide;
    }

    private async Task<Next> BeginAgainAsync()
    {
        await turn.SayAsync("again.text");
        turn.Update(journey => journey with { Wizard = null, DeviceId = null, Refused = null, Test = new() });
        turn.Situation = turn.Situation with { Wizard = null, WizardGone = false };
        return Next.Decide;
    }

    private static string NewToken() => Guid.NewGuid().ToString("N");
}
