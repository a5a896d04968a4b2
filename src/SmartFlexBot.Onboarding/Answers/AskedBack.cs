using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Questions;

namespace SmartFlexBot.Onboarding.Answers;

/// <summary>A step's question that the customer may answer with one of their own: what the step has no use for is taken as that.</summary>
internal sealed class AskedBack(IQuestion question, Step step, Voice voice, AnswerDesk desk) : IQuestion
{
    private Question _asked = Question.None;

    public string Id => question.Id;

    public string? Explanation => question.Explanation;

    /// <summary>"So?" alone asks for nothing but the question that stands.</summary>
    private bool MayBeReplied => _asked.Form switch
    {
        QuestionForm.Statement => false,
        QuestionForm.Bare => Explanation is not null,
        _ => true,
    };

    public Task AskAsync(bool again, CancellationToken cancellationToken) =>
        again && MayBeReplied ? ReplyAsync() : question.AskAsync(again, cancellationToken);

    public async Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken)
    {
        if (await question.AnswerAsync(reply, cancellationToken))
        {
            return true;
        }

        _asked = reply.IsCard ? Question.None : QuestionRecogniser.Recognise(reply.Text);
        return false;
    }

    private async Task ReplyAsync()
    {
        if (_asked.Known.Count > 0)
        {
            await desk.AnswerAsync(_asked.Known, step, voice.Locale);
        }
        else if (Explanation is { } explanation)
        {
            await voice.AskPlainlyAsync(explanation);
            return;
        }
        else
        {
            await desk.OwnUpAsync();
        }

        await desk.StandAgainAsync(step);
    }
}
