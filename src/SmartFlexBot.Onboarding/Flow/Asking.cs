using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Dialogs;
using SmartFlexBot.Onboarding.Answers;
using SmartFlexBot.Onboarding.Languages;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Onboarding.Wizard;

namespace SmartFlexBot.Onboarding.Flow;

/// <summary>Asks a step's question as a dialog, or takes the customer's message as its answer.</summary>
internal sealed class Asking(
    ITurnContext context, Conversation conversation, LanguageNotice languages, OnboardingWatching watching, AnswerDesk desk,
    Heard heard)
{
    public async Task<Next> RunAsync(Step step, StepRun.Ask ask, CancellationToken cancellationToken)
    {
        var dialogs = await QuestionDialog.SetOf(ask.Question).CreateContextAsync(context, cancellationToken);
        var memory = conversation.Memory;
        if (memory.Later == step.Key && heard.Open is null)
        {
            return Next.Wait;
        }

        if (memory.IsOpen && memory.Resumed is { } resumed && resumed == step.Key && memory.Asking == resumed)
        {
            return await ResumeAsync(dialogs, step, ask.Question, cancellationToken);
        }

        return memory.Asking == step.Key && memory.IsOpen && dialogs.ActiveDialog is not null
            ? await AnswerAsync(dialogs, step, ask.Question, cancellationToken)
            : await AnswerAtOnceAsync(step, ask, cancellationToken) ?? await AskAsync(dialogs, step, ask.Question, cancellationToken);
    }

    /// <summary>The question stands: what was said is its answer.</summary>
    private async Task<Next> AnswerAsync(DialogContext dialogs, Step step, IQuestion question, CancellationToken cancellationToken)
    {
        if (heard.Open is not { } reply)
        {
            return Next.Wait;
        }

        if (!conversation.IsHeard || heard.IsRest)
        {
            return await AnswerLateAsync(dialogs, step, question, reply, cancellationToken);
        }

        heard.Take();
        var result = await dialogs.ContinueDialogAsync(cancellationToken);
        heard.MarkUsed();
        var next = After(result);
        return languages.IsDue(reply) ? Next.Decide : next;
    }

    /// <summary>Another question came in between, and this one stands again: its own dialog is gone.</summary>
    private async Task<Next> ResumeAsync(DialogContext dialogs, Step step, IQuestion question, CancellationToken cancellationToken)
    {
        if (heard.Open is not { } reply)
        {
            return Next.Wait;
        }

        conversation.Remember(memory => memory with { Resumed = null });
        return await UseAsync(question, reply, cancellationToken)
            ? After(await dialogs.CancelAllDialogsAsync(cancellationToken: cancellationToken))
            : await AskAsync(dialogs, step, question, cancellationToken);
    }

    /// <summary>
    /// An answer of earlier, which could not be used then, or one beside a question: it is no message that the dialog could go on with.
    /// </summary>
    private async Task<Next> AnswerLateAsync(
        DialogContext dialogs, Step step, IQuestion question, Reply reply, CancellationToken cancellationToken)
    {
        if (await UseAsync(question, reply, cancellationToken))
        {
            return After(await dialogs.CancelAllDialogsAsync(cancellationToken: cancellationToken));
        }

        await (heard.IsRest ? desk.StandAgainAsync(step) : question.AskAsync(again: true, cancellationToken));
        return Next.Wait;
    }

    /// <summary>Some messages answer a question that was not asked, or was put off. Null when this one does not.</summary>
    private async Task<Next?> AnswerAtOnceAsync(Step step, StepRun.Ask ask, CancellationToken cancellationToken)
    {
        if (heard.Open is not { } reply)
        {
            return null;
        }

        // "Go on" after "later" is the answer that was put off.
        if (conversation.Memory.Later == step.Key)
        {
            conversation.Remember(memory => memory with { Later = null });
            return await UseAsync(ask.Question, reply, cancellationToken) ? Unless(conversation.Memory.Later is not null) : null;
        }

        // The first words of a conversation may be the answer already. Later on, what was typed belongs to a question that the world
        // has answered meanwhile, and the new one is asked instead.
        if (conversation.Memory.Asking is null && ask.HearsFirstWords)
        {
            var isUsed = await UseAsync(ask.Question, reply, cancellationToken);
            return languages.IsDue(reply) || isUsed ? Next.Decide : null;
        }

        return null;
    }

    private async Task<bool> UseAsync(IQuestion question, Reply reply, CancellationToken cancellationToken)
    {
        heard.Take();
        var isUsed = await question.AnswerAsync(reply, cancellationToken);
        heard.MarkUsed();
        return isUsed;
    }

    private async Task<Next> AskAsync(DialogContext dialogs, Step step, IQuestion question, CancellationToken cancellationToken)
    {
        if (step.IsWatched)
        {
            watching.Begin();
        }

        heard.Take();
        await dialogs.CancelAllDialogsAsync(cancellationToken: cancellationToken);
        conversation.Remember(memory => memory with
        {
            Asking = step.Key,
            IsOpen = true,
            CardToken = memory.Asking == step.Key ? memory.CardToken ?? NewToken() : NewToken(),
            Later = null,
            Told = null,
            Resumed = null,
        });
        return After(await dialogs.BeginDialogAsync(question.Id, cancellationToken: cancellationToken));
    }

    private Next After(DialogTurnResult result)
    {
        if (result.Status == DialogTurnStatus.Waiting)
        {
            return Next.Wait;
        }

        conversation.Remember(memory => memory with { IsOpen = false, CardToken = null });
        return Unless(conversation.Memory.Later is not null);
    }

    private static Next Unless(bool isPutOff) => isPutOff ? Next.Wait : Next.Decide;

    private static string NewToken() => Guid.NewGuid().ToString("N");
}
