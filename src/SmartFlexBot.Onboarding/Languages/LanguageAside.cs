using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Consent;
using SmartFlexBot.Recognition.Languages;

namespace SmartFlexBot.Onboarding.Languages;

/// <summary>
/// "Shall we go on in English?" holds up nothing: what is no answer to it is meant for the question that stood before. Who goes on writing
/// in that language has answered it.
/// </summary>
internal sealed class LanguageAside(Voice voice, Conversation conversation)
{
    public async Task HearAsync(Reply reply)
    {
        if (conversation.Memory.Question is not { Kind: QuestionKind.Language, Argument: { } language } asked || IsAnswer(reply, asked))
        {
            return;
        }

        if (!reply.IsCard && LanguageRecogniser.Recognise(reply.Text) == language)
        {
            await new LanguageChange(voice, conversation).ToAsync(language);
        }

        conversation.Remember(memory => memory with
        {
            Question = null,
            Asking = asked.Interrupts?.Step,
            CardToken = asked.Interrupts?.CardToken,
            IsOpen = asked.Interrupts is not null,
            Resumed = asked.Interrupts?.Step,
        });
    }

    /// <summary>Every card but that of the question which stood before: an old one is told so, and this question stays.</summary>
    private bool IsAnswer(Reply reply, PendingQuestion asked) => reply.IsCard
        ? reply.CardToken is null || reply.CardToken != asked.Interrupts?.CardToken
        : BareAnswer.Is(reply.Text)
            || new[] { voice.TextIn(asked.Argument!, "language.yes"), voice.Text("language.no") }
                .Contains(reply.Text.Trim(), StringComparer.OrdinalIgnoreCase);
}
