using SmartFlexBot.Recognition.Consent;

namespace SmartFlexBot.Onboarding.Turns;

/// <summary>"Done", "ready", "go on", "later", typed or pressed.</summary>
internal static class Affirmation
{
    public static bool IsDone(Voice voice, Reply reply) => reply.IsCard
        ? reply.Do is "done" or "start"
        : ConsentRecogniser.Recognise(reply.Text, ConsentQuestion.Check).IsExplicitYes
            || IsOneOf(voice, reply, "key.done", "action.done", "words.done", "words.go-on");

    /// <summary>A test charge starts on an explicit yes, or on its button.</summary>
    public static bool IsStart(Voice voice, Reply reply) => reply.IsCard
        ? reply.Do == "start"
        : ConsentRecogniser.Recognise(reply.Text, ConsentQuestion.TestCharge).IsExplicitYes
            || IsOneOf(voice, reply, "test.start", "test.again", "words.go-on", "words.again");

    public static bool IsLater(Voice voice, Reply reply) => reply.IsCard
        ? reply.Do is "later"
        : ConsentRecogniser.Recognise(reply.Text, ConsentQuestion.TestCharge).Label == ConsentLabel.No
            || IsOneOf(voice, reply, "test.later", "words.later");

    public static bool IsAgain(Voice voice, Reply reply) => !reply.IsCard && IsOneOf(voice, reply, "words.again", "words.go-on");

    private static bool IsOneOf(Voice voice, Reply reply, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (voice.IsCaption(key, reply.Text))
            {
                return true;
            }
        }

        return false;
    }
}
