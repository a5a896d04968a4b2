using SmartFlexBot.Recognition.Consent;

namespace SmartFlexBot.Evaluation;

internal static class ConsentEvaluation
{
    public static Score Run(List<LabelledConsent> utterances, TextWriter output)
    {
        var correct = 0;
        var wrong = 0;
        foreach (var utterance in utterances)
        {
            var answer = ConsentRecogniser.Recognise(utterance.Text, ConsentQuestion.TestCharge);
            var expected = Label(utterance.Label);
            correct += answer.Label == expected ? 1 : 0;
            wrong += IsWrongYes(answer, expected) ? 1 : 0;
            if (answer.Label != expected)
            {
                var fault = IsWrongYes(answer, expected) ? "WRONG" : "miss ";
                output.WriteLine($"{fault} [{utterance.Lang}] \"{utterance.Text}\": {answer.Label}, expected {expected}");
            }
        }
        var time =
            Stopclock.MicrosecondsEach(utterances.Count, i => ConsentRecogniser.Recognise(utterances[i].Text, ConsentQuestion.TestCharge));
        return new(utterances.Count, correct, (double)correct / utterances.Count, (double)wrong / utterances.Count, time);
    }

    /// <summary>A soft yes counts too: it answers a check.</summary>
    private static bool IsWrongYes(ConsentAnswer answer, ConsentLabel expected) =>
        answer.Label == ConsentLabel.Yes && expected != ConsentLabel.Yes;

    private static ConsentLabel Label(string label) => label switch
    {
        "yes" => ConsentLabel.Yes,
        "no" => ConsentLabel.No,
        "unclear" => ConsentLabel.Unclear,
        "question" => ConsentLabel.Question,
        _ => throw new UsageException($"\"{label}\" is no label; expected yes, no, unclear or question."),
    };
}
