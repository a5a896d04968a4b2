using SmartFlexBot.Recognition.Consent;

namespace SmartFlexBot.Onboarding.Turns;

/// <summary>A question of the conversation itself: it is asked before something is dropped or changed, which is done on a yes.</summary>
/// <param name="language">In which it is asked; not always the one that is spoken.</param>
internal sealed class Confirmation(Voice voice, Conversation conversation, string language, string textKey, Func<Task> doAsync) : IQuestion
{
    public string Id => "answer-question";

    public Task AskAsync(bool again, CancellationToken cancellationToken) => voice.ShowChoiceAsync(
        voice.TextIn(language, textKey), voice.TextIn(language, "confirm.command.yes"), voice.TextIn(language, "confirm.command.no"));

    public async Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken)
    {
        var answer = reply.IsCard
            ? reply.Do == "yes" ? ConsentLabel.Yes : ConsentLabel.No
            : ConsentRecogniser.Recognise(reply.Text, ConsentQuestion.Check).Label;
        if (answer is ConsentLabel.Unclear or ConsentLabel.Question)
        {
            return false;
        }

        conversation.Remember(memory => memory with { Question = null });
        await (answer == ConsentLabel.No ? voice.SayAsync("command.kept") : doAsync());
        return true;
    }
}
