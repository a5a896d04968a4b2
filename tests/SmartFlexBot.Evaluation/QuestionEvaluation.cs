using SmartFlexBot.Recognition.Questions;

namespace SmartFlexBot.Evaluation;

internal static class QuestionEvaluation
{
    /// <summary>
    /// Right when just what was asked is answered. Wrong is an answer to something else: to what was not asked, or to a statement.
    /// </summary>
    public static Score Run(List<LabelledQuestion> utterances, TextWriter output)
    {
        var correct = 0;
        var wrong = 0;
        foreach (var utterance in utterances)
        {
            var answered = QuestionRecogniser.Recognise(utterance.Text).Known;
            var others = answered.Except(utterance.Subjects).Any();
            var isRight = !others && answered.Count == utterance.Subjects.Length;
            correct += isRight ? 1 : 0;
            wrong += others ? 1 : 0;
            if (!isRight)
            {
                var fault = others ? "WRONG" : "miss ";
                var (expected, actual) = (string.Join(", ", utterance.Subjects), string.Join(", ", answered));
                output.WriteLine($"{fault} [{utterance.Lang}] \"{utterance.Text}\": [{actual}], expected [{expected}]");
            }
        }
        var time = Stopclock.MicrosecondsEach(utterances.Count, i => QuestionRecogniser.Recognise(utterances[i].Text));
        return new(utterances.Count, correct, (double)correct / utterances.Count, (double)wrong / utterances.Count, time);
    }
}
