using SmartFlexBot.BotFramework;
using SmartFlexBot.Onboarding.Answers;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Languages;
using SmartFlexBot.Onboarding.Live;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Onboarding.Waiting;
using SmartFlexBot.Onboarding.Wizard;

namespace SmartFlexBot.Onboarding.Flow;

/// <summary>Decides the next step, runs it, and goes on until the customer or Kraken has to act.</summary>
internal sealed class StepLoop(ITurnContext context, Turn turn, INextStep next, Heard heard)
{
    /// <summary>More steps than this in one turn would be going round in circles.</summary>
    private const int MaximumSteps = 12;

    private readonly OnboardingWatching _watching = new(turn.Watches, turn.Facts, turn.Market);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        for (var count = 0; count < MaximumSteps; count++)
        {
            // Once the chat is a person's, the bot does nothing more in it.
            if (turn.HandOvers.Open is not null || await RunOneAsync(next.Step, cancellationToken) == Next.Wait)
            {
                return;
            }
        }

        throw new InvalidOperationException($"The journey goes round in circles at {next.Step.Key}.");
    }

    private async Task<Next> RunOneAsync(Step step, CancellationToken cancellationToken)
    {
        // What goes on after LIVE, as a switch may, goes on when LIVE was told.
        if (step is not DeviceIsLive && IsLiveUntold)
        {
            await LiveNews.Of(turn, turn.Tenant.Device!).TellAsync(spoken: false, told: false, cancellationToken);
            // It is told in another conversation, and goes on there.
            if (turn.Facts.Journey.LiveToldAt is null)
            {
                return Next.Wait;
            }

            // A command that is still out tells nothing more: when its outcome comes, LIVE was the last that was told.
            if (step is AwaitCommand)
            {
                turn.Conversation.Remember(memory => memory with { Told = new DeviceIsLive(turn.Tenant.Device!).Key });
                return Next.Wait;
            }
        }

        turn.Conversation.Remember(memory => memory with { At = step.StatusKey });
        turn.Voice.Stage = Stages.Of(step, turn.Facts.IsKnown ? turn.Facts.Journey : null, turn.Market);
        return await step.Run(turn).Match(
            ask => AskAsync(step, ask, cancellationToken),
            act => ActAsync(act, cancellationToken),
            tell => TellAsync(step, tell, cancellationToken));
    }

    private bool IsLiveUntold =>
        turn.Facts is { IsKnown: true, Journey: { LiveToldAt: null, End: null } } && turn.Tenant.Device is { IsLive: true }
            && turn.Conversation.Memory.Question is null;

    private Task<Next> AskAsync(Step step, StepRun.Ask ask, CancellationToken cancellationToken)
    {
        var languages = new LanguageNotice(turn.Voice, turn.Conversation, turn.Facts, turn.Market);
        var desk = AnswerDesk.Of(turn);
        var asking = new Asking(context, turn.Conversation, languages, _watching, desk, heard);
        return asking.RunAsync(step, ask with { Question = new AskedBack(ask.Question, step, turn.Voice, desk) }, cancellationToken);
    }

    private static async Task<Next> ActAsync(StepRun.Act act, CancellationToken cancellationToken)
    {
        await act.DoAsync(cancellationToken);
        return Next.Decide;
    }

    private async Task<Next> TellAsync(Step step, StepRun.Tell tell, CancellationToken cancellationToken)
    {
        if (step.IsWatched)
        {
            _watching.Begin();
        }

        var told = turn.Conversation.Memory.Told == step.Key;
        turn.Conversation.Remember(
            memory => memory with { Told = tell.KeepsTold ? memory.Told : step.Key, IsOpen = false, CardToken = null });
        await tell.Notice.TellAsync(spoken: heard.Open is not null, told, cancellationToken);
        return Next.Wait;
    }
}

/// <summary>What follows a step.</summary>
internal enum Next
{
    /// <summary>The facts have changed: decide anew.</summary>
    Decide,

    /// <summary>The customer or Kraken has to act.</summary>
    Wait,
}
