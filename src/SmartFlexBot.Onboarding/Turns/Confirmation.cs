using SmartFlexBot.Recognition.Consent;

namespace SmartFlexBot.Onboarding.Turns;

/// <summary>A question of the conversation itself: it is asked before something is dropped or changed, which is done on a yes.</summary>
/// <param name="text">The question, finished; not always in the language that is spoken.</param>
/// <param name="isAside">The card that stood before can still be answered instead.</param>
internal sealed class Confirmation(
    Voice voice, Conversation conversation, string text, string yes, string no, Func<Task> doAsync, bool isAside = false) : IQuestion
{
    /// <summary>"Yes" or "No, carry on".</summary>
    public static Confirmation Of(Turn turn, string textKey, Func<Task> doAsync) => new(
        turn.Voice, turn.Conversation, turn.Voice.Text(textKey), turn.Voice.Text("confirm.command.yes"),
        turn.Voice.Text("confirm.command.no"), doAsync);

    public string Id => "answer-question";

    public Task AskAsync(bool again, CancellationToken cancellationToken) => voice.ShowChoiceAsync(text, yes, no, isAside: isAside);

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
