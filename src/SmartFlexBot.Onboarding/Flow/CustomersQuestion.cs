using SmartFlexBot.Onboarding.Answers;
using SmartFlexBot.Onboarding.Languages;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Consent;
using SmartFlexBot.Recognition.Obstacles;
using SmartFlexBot.Recognition.Questions;

namespace SmartFlexBot.Onboarding.Flow;

/// <summary>
/// A question of the customer's is answered at once, and never taken for the answer to ours: "yes, but is it safe?" is no yes. What was
/// said beside it may still name a device.
/// </summary>
internal sealed class CustomersQuestion(Turn turn, INextStep next, GoingOn goingOn)
{
    private readonly AnswerDesk _desk = AnswerDesk.Of(turn);

    /// <returns>What is left for the open question; null when the turn is over.</returns>
    public async Task<Heard?> TakeAsync(Reply reply, Heard heard, CancellationToken cancellationToken)
    {
        if (reply.IsCard || QuestionRecogniser.Recognise(reply.Text) is not { Form: not QuestionForm.Statement } question)
        {
            return heard;
        }

        await goingOn.GreetAsync(cancellationToken);
        var step = next.Step;
        var run = step.Run(turn);
        var subjects = _desk.SubjectsOf(question, step);
        if (subjects.Count == 0 || StepHearsFirst(reply.Text, question, subjects, run))
        {
            return run is StepRun.Tell && Stands(step) && question.Form == QuestionForm.Asked ? await OwnUpAsync(step) : heard;
        }

        heard.MarkUsed();
        var isForeign = new LanguageNotice(turn.Voice, turn.Conversation, turn.Facts, turn.Market).IsDue(reply);
        await _desk.AnswerAsync(subjects, step, isForeign ? turn.Conversation.Memory.Question!.Argument! : turn.Voice.Locale);
        if (run is StepRun.Ask { HearsBesideQuestions: true } && MayBeAnAnswer(question.Rest))
        {
            return new Heard(reply with { Text = question.Rest }) { IsRest = true };
        }

        if (isForeign || !Stands(step))
        {
            return heard;
        }

        await _desk.StandAgainAsync(step);
        return null;
    }

    /// <summary>
    /// A choice may be called like a subject, a device be named in a question, and "I need no key" be about the key that is asked for.
    /// </summary>
    private bool StepHearsFirst(string words, Question question, IReadOnlyList<string> subjects, StepRun run) => run is StepRun.Ask ask
        && (question.Form == QuestionForm.Keyword || ask.HearsBesideQuestions && _desk.MayNameDevice(subjects)
            || ask.HearsObstacles && !words.Contains('?', StringComparison.Ordinal) && ObstacleRecogniser.Recognise(words) is not null);

    /// <summary>Nothing can be typed at such a step, so that only a person knows better.</summary>
    private async Task<Heard?> OwnUpAsync(Step step)
    {
        await _desk.OwnUpAsync();
        await _desk.StandAgainAsync(step);
        return null;
    }

    /// <summary>It was asked or told already, and nothing has come in between.</summary>
    private bool Stands(Step step) => turn.Conversation.Memory is var memory
        && (memory.Told == step.Key || memory.IsOpen && memory.Asking == step.Key);

    /// <summary>A yes beside a question agrees to nothing, and "no" alone may only be how it began.</summary>
    private static bool MayBeAnAnswer(string rest) => ConsentRecogniser.Recognise(rest, ConsentQuestion.Check).Label switch
    {
        ConsentLabel.Yes => false,
        ConsentLabel.No => rest.Contains(' ', StringComparison.Ordinal),
        _ => rest.Length > 0,
    };
}
